import { type Capture, isSent } from '../traffic/exchange';
import { originOf } from '../traffic/origin';
import { type Suspicion, suspect } from './cause';
import type { Facts } from './facts';
import { generic, guideInvalid } from './ownMessages';
import { isBearer, schemeLiked } from './siblings';

type Rule = (facts: Facts) => readonly Suspicion[];

/** What was sent, byte by byte: nothing, something that is no token, a token in the wrong clothes. */
export const formRules: readonly Rule[] = [
  nothingSent,
  noToken,
  dressedWrong,
  schemeOrNone,
  otherWord,
  elsewhere,
];

/** A redirect's second half begins when its first has ended. */
const REDIRECT_MS = 1_500;

function nothingSent(facts: Facts): readonly Suspicion[] {
  const { exchange, form, siblings } = facts;
  if (form) return [];
  if (exchange.method === 'OPTIONS') return [suspect('preflight', 0.98, 'is-preflight')];
  const from = redirectBefore(facts);
  if (from) return [suspect('redirect-dropped', 0.97, 'came-after-redirect', from.url, from.status ?? '')];
  const [worked] = siblings;
  return [
    suspect('no-token', 0.95, 'sent-nothing'),
    ...(worked ? [suspect('no-token', 0.3, 'worked-with', carrierText(worked.capture))] : []),
  ];
}

/** A header as it would be written; the name of any other place. */
const carrierText = ({ carrier: { place, name }, before }: Capture) =>
  place === 'request-header'
    ? `${name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase())}: ${before}<token>`
    : name;

/** The request that led here by a redirect and still had its token: browsers drop Authorization across origins. */
function redirectBefore({ exchange, context }: Facts) {
  const base = exchange.id.replace(/\/\d+$/, '');
  return context.exchanges.findLast(
    (other) =>
      other !== exchange &&
      other.tabId === exchange.tabId &&
      other.status !== undefined &&
      other.status >= 300 &&
      other.status < 400 &&
      other.captures.some(({ carrier }) => isSent(carrier)) &&
      other.startedMs <= exchange.startedMs &&
      (other.id.replace(/\/\d+$/, '') === base ||
        exchange.startedMs - (other.endedMs ?? other.startedMs) < REDIRECT_MS),
  );
}

function noToken({ form }: Facts): readonly Suspicion[] {
  if (!form || form.capture) return [];
  const [fault] = form.faults;
  if (fault === 'other-scheme') return [suspect('other-scheme', 0.93, 'sent-scheme', form.scheme)];
  if (fault === 'truncated') return [suspect('truncated', 0.95, 'sent-value', form.value.slice(0, 80))];
  return [
    suspect(fault === 'placeholder' ? 'placeholder' : 'damaged', 0.95, 'sent-value', form.value.slice(0, 80)),
  ];
}

const sure = {
  'doubled-prefix': 0.97,
  quotes: 0.95,
  'stray-space': 0.72,
  truncated: 0.98,
  damaged: 0.93,
  'other-scheme': 0.9,
  placeholder: 0.95,
} as const;

/** A fault with which the server took another token is no reason here. */
function dressedWrong({ form, siblings }: Facts): readonly Suspicion[] {
  const { capture } = form ?? {};
  if (!form || !capture) return [];
  const value = capture.carrier.place === 'request-header' ? hidden(capture) : '';
  return form.faults.map((fault) => {
    const tolerated = siblings.some((sibling) => sibling.form.faults.includes(fault));
    const code = fault === 'truncated' || fault === 'damaged' ? 'signature-short' : 'sent-value';
    return suspect(fault, tolerated ? 0.05 : sure[fault], code, value);
  });
}

/** The header's value with the token left out. */
const hidden = ({ before, after }: { before: string; after: string }) => `${before}…${after}`;

/** Raw where Bearer is wanted, and the other way round. */
function schemeOrNone(facts: Facts): readonly Suspicion[] {
  const { form, said, siblings } = facts;
  if (form?.capture?.carrier.place !== 'request-header' || form.capture.carrier.name !== 'authorization')
    return [];
  const raw = form.scheme === '';
  const wanted = bearerWanted(facts, raw);
  const cause = raw ? 'raw-where-bearer' : 'bearer-where-raw';
  if (!raw && !isBearer(form)) return [];
  const weight = 0.9 * (raw ? wanted : 1 - wanted);
  const other = siblings.find(
    (sibling) => sibling.capture.carrier.name === 'authorization' && (sibling.form.scheme !== '') === raw,
  );
  return [
    suspect(cause, weight, raw ? 'sent-raw' : 'sent-scheme', form.scheme),
    ...(other ? [suspect(cause, 0, 'worked-with', carrierText(other.capture))] : []),
    ...(raw && said.schemes.includes('bearer') ? [suspect(cause, 0, 'asked-scheme', 'Bearer')] : []),
  ];
}

/** How likely it is, 0 to 1, that the server wants Bearer before the token. */
function bearerWanted({ siblings, said }: Facts, raw: boolean): number {
  if (said.schemes.includes('bearer')) return 0.97;
  const liked = schemeLiked(siblings);
  if (liked !== undefined) return liked;
  // The guide's decorator hands the whole header to PyJWT, which cannot decode it with a word in front.
  const guide = said.looksLikeFlask && said.messages.some((text) => generic.test(text)) && !said.row;
  if (guide) return raw ? 0.1 : said.messages.some((text) => guideInvalid.test(text)) ? 0.35 : 0.7;
  return 0.85;
}

/** Token, JWT, or bearer in small letters: some servers compare character by character. */
function otherWord({ form, siblings }: Facts): readonly Suspicion[] {
  if (!form?.capture || form.scheme === '') return [];
  const liked = siblings.find((sibling) => sibling.form.scheme !== '' && sibling.form.scheme !== form.scheme);
  const same = siblings.some((sibling) => sibling.form.scheme === form.scheme);
  if (!liked && /^(?:Bearer|DPoP)$/.test(form.scheme)) return [];
  const weight = same ? 0.03 : liked ? 0.85 : /^bearer$/i.test(form.scheme) ? 0.3 : 0.55;
  return [
    suspect('other-scheme', weight, 'sent-scheme', form.scheme),
    ...(liked ? [suspect('other-scheme', 0, 'worked-with', carrierText(liked.capture))] : []),
  ];
}

/** The token travels where the server does not look. */
function elsewhere({ form, siblings, exchange }: Facts): readonly Suspicion[] {
  const own = form?.capture?.carrier;
  if (!own || originOf(exchange.url) === undefined) return [];
  const name = `${own.place} ${own.name}`;
  const others = siblings.filter(({ capture: { carrier } }) => `${carrier.place} ${carrier.name}` !== name);
  const [worked] = others;
  const nowhereHere = others.length === siblings.length && worked !== undefined;
  const weight = nowhereHere ? (worked.samePath ? 0.8 : 0.4) : 0.1;
  return [
    suspect('wrong-place', weight, worked && 'worked-with', ...(worked ? [carrierText(worked.capture)] : [])),
  ];
}
