import type { Override, OverrideAction, OverrideTarget } from '../../core/override';
import { distinctForms, type HeaderForm, type OverrideChoice } from '../../core/overrideChoices';

/** Stands for a cookie that the user names. */
export const OTHER_COOKIE = '';
export const HEADER = 'Authorization';

/** What the form holds. */
export interface Tried {
  action: OverrideAction;
  /** HEADER, OTHER_COOKIE, or the name of a cookie that was seen. Absent: what was seen last. */
  carrier?: string;
  /** The name of another cookie. */
  cookie: string;
  /** Place in formsOf. */
  form: number;
}

export const untried: Tried = { action: 'replace', cookie: '', form: 0 };

const raw: HeaderForm = { before: '', after: '' };
const bearer: HeaderForm = { before: 'Bearer ', after: '' };

/** The forms of the header to choose from: those seen first. */
export const formsOf = ({ forms }: OverrideChoice): readonly HeaderForm[] =>
  distinctForms([...forms, raw, bearer]);

/** Where the token can go: the header, the cookies that were seen, any other cookie. What was seen comes first. */
export function carriersOf({ forms, cookies }: OverrideChoice): readonly string[] {
  const onlyCookies = forms.length === 0 && cookies.length > 0;
  return [...(onlyCookies ? [...cookies, HEADER] : [HEADER, ...cookies]), OTHER_COOKIE];
}

/** The carrier that is meant. */
export function carrierOf({ carrier }: Tried, choice: OverrideChoice): string {
  const carriers = carriersOf(choice);
  return carrier !== undefined && carriers.includes(carrier) ? carrier : (carriers[0] ?? HEADER);
}

function targetOf(tried: Tried, choice: OverrideChoice): OverrideTarget {
  const carrier = carrierOf(tried, choice);
  if (carrier === HEADER) return { place: 'request-header', name: 'authorization' };
  return { place: 'request-cookie', name: carrier === OTHER_COOKIE ? tried.cookie.trim() : carrier };
}

/** The override that the form asks for. */
export function overrideOf(text: string, tried: Tried, choice: OverrideChoice): Override {
  const { tabId, origin, initiators } = choice;
  const target = targetOf(tried, choice);
  const { before, after } = formsOf(choice)[tried.form] ?? raw;
  const value = target.place === 'request-header' ? `${before}${text}${after}` : text;
  const { action } = tried;
  return { tabId, origin, initiators, target, action, value: action === 'drop' ? '' : value };
}
