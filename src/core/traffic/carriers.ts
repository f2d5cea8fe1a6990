import { findTokens } from '../token/find';
import { mayHoldToken } from './cheapTest';
import type { Capture, Carrier } from './exchange';
import { isOpaqueToken, maySpeakOfTokens, type OpaqueKind, opaqueCredentials, opaqueKindOf } from './opaque';
import { isKnownPlain, markOf, rememberPlain } from './plainValues';

/** A header as webRequest and HAR 1.2 give it. */
export interface Header {
  name: string;
  value?: string | undefined;
}

/** The captures in a header's value, with what stands around each token. */
function inHeader(place: Carrier['place'], name: string, value: string): Capture[] {
  if (!mayHoldToken(value)) return [];
  return findTokens(value).map(({ span }) => ({
    carrier: { place, name },
    before: value.slice(0, span.start),
    token: value.slice(span.start, span.end),
    after: value.slice(span.end),
  }));
}

/** The captures in a named piece of text whose surroundings tell nothing. */
export function inPiece(place: Carrier['place'], name: string, text: string): Capture[] {
  if (!mayHoldToken(text)) return [];
  return findTokens(text).map((found) => ({
    carrier: { place, name },
    before: '',
    token: found.text,
    after: '',
  }));
}

/** As a piece of text, where its name says that a text which is no JOSE token is a token all the same. */
export function inField(
  place: Carrier['place'],
  name: string,
  text: string,
  kind: OpaqueKind | undefined,
): Capture[] {
  const found = inPiece(place, name, text);
  if (found.length > 0 || kind === undefined || !isOpaqueToken(text)) return found;
  return [{ carrier: { place, name }, before: '', token: text, after: '', opaque: kind }];
}

type Reader = (name: string, value: string) => Capture[];

/** Authorization: Bearer … (RFC 6750 section 2.1), and the same for a proxy. */
const credentials: Reader = (name, value) => {
  const found = inHeader('request-header', name, value);
  const opaque = found.length === 0 && opaqueCredentials(value);
  return opaque ? [{ carrier: { place: 'request-header', name }, ...opaque, opaque: 'access_token' }] : found;
};

/** Cookie: a=1; b=2 (RFC 6265 section 4.2.1). */
const cookies: Reader = (_name, value) =>
  value.split(';').flatMap((pair) => {
    const [, name = '', text = ''] = /^\s*([^=]*)=(.*)$/s.exec(pair) ?? [];
    return inPiece('request-cookie', name, text);
  });

/** Set-Cookie: a=1; Path=/ (RFC 6265 section 4.1.1). Firefox joins several with line feeds. */
const setCookies: Reader = (_name, value) =>
  value.split('\n').flatMap((line) => {
    const [, name = '', text = '', attributes = ''] = /^\s*([^=;]*)=([^;]*)(.*)/s.exec(line) ?? [];
    return inPiece('set-cookie', name, text).map((capture) => ({ ...capture, after: attributes.trimEnd() }));
  });

/** A field that is merely named token holds one in OAuth's own forms alone: elsewhere it may be anything. */
const kindOfField = (place: Carrier['place'], name: string): OpaqueKind | undefined => {
  const kind = opaqueKindOf(name);
  return kind === 'token' && place !== 'request-body' ? undefined : kind;
};

/** Location and Refresh (RFC 9110 section 10.2.2): an address, with tokens in its query or its fragment. */
const redirects: Reader = (name, value) => {
  const found = inHeader('response-header', name, value);
  if (!maySpeakOfTokens(value)) return found;
  const pairs = [...value.matchAll(/[?#&]([\w%-]+)=([^&#\s;"']+)/g)];
  return [...found, ...pairs.flatMap((pair) => opaqueIn(name, value, pair))];
};

function opaqueIn(header: string, value: string, pair: RegExpExecArray): Capture[] {
  const [whole, name = '', token = ''] = pair;
  const carrier = { place: 'response-header', name: header } as const;
  const opaque = kindOfField('response-header', unescaped(name));
  if (!opaque || !isOpaqueToken(token) || inPiece('response-header', '', token).length > 0) return [];
  const start = pair.index + whole.length - token.length;
  return [
    { carrier, before: value.slice(0, start), token, after: value.slice(start + token.length), opaque },
  ];
}

/** A header that is read in its own way. */
interface Special {
  name: string;
  read: Reader;
  /** Whether it can tell of more than JOSE tokens. */
  opaque?: true;
}

const ofRequests: readonly Special[] = [
  { name: 'authorization', read: credentials, opaque: true },
  { name: 'proxy-authorization', read: credentials, opaque: true },
  { name: 'cookie', read: cookies },
];
const ofResponses: readonly Special[] = [
  { name: 'set-cookie', read: setCookies },
  { name: 'location', read: redirects, opaque: true },
  { name: 'refresh', read: redirects, opaque: true },
];

type ByLength = readonly (Special | undefined)[];

/** No two of them are equally long, so that the length and the first letter tell for almost all other names. */
function byLength(list: readonly Special[]): ByLength {
  const found: Special[] = [];
  for (const special of list) found[special.name.length] = special;
  return found;
}
const requestSpecials = byLength(ofRequests);
const responseSpecials = byLength(ofResponses);

/** Upper and lower case of a letter differ in this bit alone. */
const CASE = 0x20;

function specialFor(name: string, specials: ByLength): Special | undefined {
  const special = specials[name.length];
  if (special === undefined || (name.charCodeAt(0) | CASE) !== special.name.charCodeAt(0)) return undefined;
  return name.toLowerCase() === special.name ? special : undefined;
}

/** No header that is shorter holds a token, opaque or not: "token" and eight characters. */
const SHORTEST_VALUE = 14;

function readAll(headers: readonly Header[], place: Carrier['place'], specials: ByLength): Capture[] {
  const captures: Capture[] = [];
  for (const { name, value } of headers) {
    if (value === undefined || value.length < SHORTEST_VALUE) continue;
    const special = specialFor(name, specials);
    if (special) {
      if (special.opaque || mayHoldToken(value)) captures.push(...special.read(special.name, value));
    } else if (mayBeTelling(value)) captures.push(...inHeader(place, name.toLowerCase(), value));
  }
  return captures;
}

/** The cheap test, for the value of a header that means nothing by itself. */
function mayBeTelling(value: string): boolean {
  const mark = markOf(value);
  if (isKnownPlain(value, mark)) return false;
  const may = mayHoldToken(value);
  if (!may) rememberPlain(value, mark);
  return may;
}

/** Every token in a request's headers, with what stands around it exactly as sent. */
export const inRequestHeaders = (headers: readonly Header[]) =>
  readAll(headers, 'request-header', requestSpecials);

/** Every token in a response's headers, Location and Refresh among them. */
export const inResponseHeaders = (headers: readonly Header[]) =>
  readAll(headers, 'response-header', responseSpecials);

/** name=value pairs of a query, a fragment or a form (application/x-www-form-urlencoded). */
export function inPairs(place: Carrier['place'], pairs: string): Capture[] {
  if (!mayHoldToken(pairs) && !maySpeakOfTokens(pairs)) return [];
  return pairs.split('&').flatMap((pair) => {
    const equals = pair.indexOf('=');
    const name = unescaped(pair.slice(0, Math.max(0, equals)));
    const kind = kindOfField(place, name);
    const value = pair.slice(equals + 1);
    return inField(place, name, kind ? unescaped(value) : value, kind);
  });
}

/** Every token in an address. */
export function inUrl(url: string): Capture[] {
  if (!mayHoldToken(url) && !maySpeakOfTokens(url)) return [];
  const [, path = '', query = '', fragment = ''] =
    /^[a-z]+:\/\/[^/?#]*([^?#]*)\??([^#]*)#?(.*)/is.exec(url) ?? [];
  const steps = path.split('/').flatMap((step) => inPiece('url-path', '', step));
  return [...steps, ...inPairs('url-query', query), ...inFragment(fragment)];
}

/** Behind # stand pairs, or the address of a page within the application, with pairs of its own. */
function inFragment(fragment: string): Capture[] {
  if (fragment === '') return [];
  const question = fragment.indexOf('?');
  const [path, pairs] =
    question < 0 ? ['', fragment] : [fragment.slice(0, question), fragment.slice(question + 1)];
  return [...inPiece('url-fragment', '', path), ...inPairs('url-fragment', pairs)];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
