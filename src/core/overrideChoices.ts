import { type Capture, type Exchange, isSent } from './traffic/exchange';
import { originOf } from './traffic/origin';
import type { Page } from './traffic/page';

/** What stands around a token in an Authorization header. */
export type HeaderForm = Pick<Capture, 'before' | 'after'>;

/** A tab and an origin that it sends requests to, with what was seen of them. */
export interface OverrideChoice {
  tabId: number;
  origin: string;
  /** Origins of the pages that sent the requests. */
  initiators: readonly string[];
  /** The forms of the Authorization header in use, the latest first. */
  forms: readonly HeaderForm[];
  /** The cookies that carried tokens, the latest first. */
  cookies: readonly string[];
}

const isNetwork = (origin: string | undefined): origin is string => /^https?:/.test(origin ?? '');

/**
 * Tabs and origins that an override can be for: those that tokens were sent to, the latest first, and the page itself.
 * Requests of a page's service worker belong to no tab and are left out.
 */
export function overrideChoices(exchanges: readonly Exchange[], page: Page | undefined): OverrideChoice[] {
  const found = new Map<string, OverrideChoice>();
  for (const exchange of exchanges.toReversed()) {
    const origin = originOf(exchange.url);
    const sent = exchange.captures.filter(({ carrier }) => isSent(carrier));
    if (exchange.tabId < 0 || !isNetwork(origin) || sent.length === 0) continue;
    const key = `${exchange.tabId} ${origin}`;
    const known = found.get(key) ?? emptyChoice(exchange.tabId, origin);
    found.set(key, { ...known, ...seenIn(known, exchange, sent) });
  }
  const all = [...found.values()].map((one) => ownInitiator(one, page));
  const own = page && isNetwork(page.origin) ? emptyChoice(page.tabId, page.origin) : undefined;
  if (!own || all.some((one) => one.tabId === own.tabId && one.origin === own.origin)) return all;
  return [...all, ownInitiator(own, page)];
}

/** Where no feed told who sent a tab's requests, it is the page that stands in it. */
function ownInitiator(choice: OverrideChoice, page: Page | undefined): OverrideChoice {
  const isOwn = choice.tabId === page?.tabId && choice.initiators.length === 0;
  return isOwn && isNetwork(page.origin) ? { ...choice, initiators: [page.origin] } : choice;
}

const emptyChoice = (tabId: number, origin: string): OverrideChoice => ({
  tabId,
  origin,
  initiators: [],
  forms: [],
  cookies: [],
});

function seenIn(known: OverrideChoice, exchange: Exchange, sent: readonly Capture[]) {
  const { initiator } = exchange;
  const forms = sent.filter(
    ({ carrier }) => carrier.place === 'request-header' && carrier.name === 'authorization',
  );
  const cookies = sent.filter(({ carrier }) => carrier.place === 'request-cookie');
  return {
    initiators: isNetwork(initiator) ? [...new Set([...known.initiators, initiator])] : known.initiators,
    forms: distinctForms([...known.forms, ...forms.map(({ before, after }) => ({ before, after }))]),
    cookies: [...new Set([...known.cookies, ...cookies.map(({ carrier }) => carrier.name)])],
  };
}

/** Every form once, the first of equal ones. */
export function distinctForms(forms: readonly HeaderForm[]): HeaderForm[] {
  const same = (a: HeaderForm, b: HeaderForm) => a.before === b.before && a.after === b.after;
  return forms.filter((form, at) => forms.findIndex((other) => same(form, other)) === at);
}
