import { findTokens } from '../token/find';
import type { Capture, Carrier } from './exchange';

/** A header as webRequest and HAR 1.2 give it. */
export interface Header {
  name: string;
  value?: string | undefined;
}

/** The shortest token there is: a header of {"alg":""} and two dots. */
const SHORTEST = 16;

/** Cheap test, first for every text: almost all traffic carries no token. */
const mayHold = (text: string) => text.length >= SHORTEST && /\.|%2e|\\u002e/i.test(text);

/** The captures in a header's value, with what stands around each token. */
function inHeader(place: Carrier['place'], name: string, value: string): Capture[] {
  if (!mayHold(value)) return [];
  return findTokens(value).map(({ span }) => ({
    carrier: { place, name },
    before: value.slice(0, span.start),
    token: value.slice(span.start, span.end),
    after: value.slice(span.end),
  }));
}

/** The captures in a named piece of text whose surroundings tell nothing. */
export function inPiece(place: Carrier['place'], name: string, text: string): Capture[] {
  if (!mayHold(text)) return [];
  return findTokens(text).map((found) => ({
    carrier: { place, name },
    before: '',
    token: found.text,
    after: '',
  }));
}

type Reader = (name: string, value: string) => Capture[];

const headerReader =
  (place: Carrier['place'], special: Record<string, Reader>): Reader =>
  (name, value) =>
    Object.hasOwn(special, name) ? (special[name]?.(name, value) ?? []) : inHeader(place, name, value);

/** Cookie: a=1; b=2 (RFC 6265 section 4.2.1). */
const cookies: Reader = (_name, value) =>
  value.split(';').flatMap((pair) => {
    const [, name = '', text = ''] = /^\s*([^=]*)=(.*)$/s.exec(pair) ?? [];
    return inPiece('request-cookie', name, text);
  });

/** Set-Cookie: a=1; Path=/ (RFC 6265 section 4.1.1). Firefox joins several with line feeds. */
const setCookies: Reader = (_name, value) =>
  value.split('\n').flatMap((line) => {
    const [, name = '', text = ''] = /^\s*([^=;]*)=([^;]*)/.exec(line) ?? [];
    return inPiece('set-cookie', name, text);
  });

const requestHeader = headerReader('request-header', { cookie: cookies });
const responseHeader = headerReader('response-header', { 'set-cookie': setCookies });

const readAll = (headers: readonly Header[], read: Reader) =>
  headers.flatMap(({ name, value }) => (value ? read(name.toLowerCase(), value) : []));

/** Every token in a request's headers, with what stands around it exactly as sent. */
export const inRequestHeaders = (headers: readonly Header[]) => readAll(headers, requestHeader);

/** Every token in a response's headers, Location and Refresh among them. */
export const inResponseHeaders = (headers: readonly Header[]) => readAll(headers, responseHeader);

/** name=value pairs of a query or a form (application/x-www-form-urlencoded). */
export function inPairs(place: Carrier['place'], pairs: string): Capture[] {
  if (!mayHold(pairs)) return [];
  return pairs.split('&').flatMap((pair) => {
    const equals = pair.indexOf('=');
    return inPiece(place, unescaped(pair.slice(0, Math.max(0, equals))), pair.slice(equals + 1));
  });
}

/** Every token in an address. */
export function inUrl(url: string): Capture[] {
  if (!mayHold(url)) return [];
  const [, path = '', query = ''] = /^[a-z]+:\/\/[^/?#]*([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  const steps = path.split('/').flatMap((step) => inPiece('url-path', '', step));
  return [...steps, ...inPairs('url-query', query)];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
