import type { Context } from '../../../src/core/findings/situation';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import type { Capture, Carrier, Exchange } from '../../../src/core/traffic/exchange';
import type { SignatureVerdict } from '../../../src/core/verify/verify';

export const nowSeconds = 1_750_000_000;

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Signature bytes that say nothing: as long as the algorithm's, no half of them zero. */
const lengths: Readonly<Record<string, number>> = { none: 0, HS: 32, ES: 64, RS: 256, PS: 256, Ed: 64 };
export function signatureFor(
  alg: unknown,
  bytes = lengths[String(alg).slice(0, 2)] ?? lengths[String(alg)] ?? 32,
): string {
  return Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 37 + 11) % 251 || 1)).toString(
    'base64url',
  );
}

type Members = Readonly<Record<string, unknown>>;

/** Claims of a token with nothing wrong. */
export const healthy = {
  iss: 'https://issuer.example.com',
  sub: 'user-1',
  aud: 'https://api.example.com',
  iat: nowSeconds - 60,
  exp: nowSeconds + 3_540,
};

/** A compact token; header and payload may be given as text. */
export function token(
  header: Members | string = {},
  claims: Members | string = {},
  signature?: string,
): string {
  const whole = typeof header === 'string' ? header : { alg: 'RS256', typ: 'JWT', ...header };
  const payload = typeof claims === 'string' ? claims : { ...healthy, ...claims };
  const alg = typeof whole === 'string' ? 'HS256' : whole.alg;
  return `${encode(whole)}.${encode(payload)}.${signature ?? signatureFor(alg)}`;
}

/** The same claims without some of them. */
export function without(...names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

let count = 0;

/** One request that carries tokens: each at its place, as `authorization: Bearer`, `url-query access_token`. */
export function exchange(
  carried: readonly (readonly [
    place: Carrier['place'],
    name: string,
    token: string,
    around?: Partial<Capture>,
  ])[],
  more: Partial<Exchange> = {},
): Exchange {
  count += 1;
  return {
    id: `e${count}`,
    tabId: 1,
    initiator: 'https://app.example.com',
    method: 'GET',
    url: 'https://api.example.com/data',
    startedMs: nowSeconds * 1000,
    status: 200,
    feeds: ['webRequest'],
    answerCertain: true,
    captures: carried.map(([place, name, text, around]) => ({
      carrier: { place, name },
      before: '',
      token: text,
      after: '',
      ...around,
    })),
    ...more,
  };
}

/** A request with the token as Bearer. */
export function sent(text: string, more: Partial<Exchange> = {}, before = 'Bearer '): Exchange {
  return exchange([['request-header', 'authorization', text, { before }]], more);
}

export function context(more: Partial<Context> = {}): Context {
  return { exchanges: [], keys: [], nowMs: nowSeconds * 1000, ...more };
}

/** The keys that a text reads as. */
export function keysOf(text: string): readonly Key[] {
  const reading = text.startsWith('{') ? readKeys(text) : readKeys(text, 'text');
  if (!reading.ok) throw new Error(reading.fault.code);
  return reading.keys;
}

/** A signature that verified with the first key of a text. */
export function verifiedWith(text: string, alg = 'HS256'): SignatureVerdict {
  const [key] = keysOf(text);
  if (!key) throw new Error('no key');
  return { state: 'verified', key, alg, chosenBy: 'only' };
}
