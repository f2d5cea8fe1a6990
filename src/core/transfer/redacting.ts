import { encodeBase64url } from '../token/base64url';
import { Pseudonyms } from '../token/pseudonyms';
import { readToken } from '../token/read';
import { redactToken } from '../token/redact';
import type { Capture, Exchange } from '../traffic/exchange';
import {
  type Replacements,
  redactAddress,
  redactAround,
  redactChallenge,
  redactCredentials,
  redactRefusal,
} from './redactText';

/** A log that can be shown around, and what stands in it for each token. */
export interface Redacted {
  exchanges: readonly Exchange[];
  tokens: ReadonlyMap<string, string>;
}

/**
 * The same log without what can be used or names somebody: tokens as core/token/redact leaves them, other values by
 * pseudonyms, the same for the same. Two tokens stay two, also where nothing but their signatures told them apart.
 */
export function redactLog(exchanges: readonly Exchange[]): Redacted {
  const pseudonyms = new Pseudonyms();
  const tokens = redactTokens(exchanges, pseudonyms);
  return { exchanges: exchanges.map((exchange) => redactExchange(exchange, tokens, pseudonyms)), tokens };
}

function redactTokens(exchanges: readonly Exchange[], pseudonyms: Pseudonyms): Map<string, string> {
  const redacted = new Map<string, string>();
  const given = new Set<string>();
  for (const { token, opaque } of exchanges.flatMap(({ captures }) => captures)) {
    if (redacted.has(token)) continue;
    const text = (opaque ? undefined : redactToken(readToken(token), pseudonyms)) ?? pseudonyms.text(token);
    const own = given.has(text) ? told(text, given) : text;
    given.add(own);
    redacted.set(token, own);
  }
  return redacted;
}

/** Told apart from those given before, in the place of the signature that was cut. */
function told(text: string, given: ReadonlySet<string>): string {
  for (let nth = 2; ; nth++) {
    const mark = encodeBase64url(new TextEncoder().encode(`cut ${nth}`));
    const own = text.endsWith('.') ? text + mark : `${text}-${nth}`;
    if (!given.has(own)) return own;
  }
}

function redactExchange(exchange: Exchange, tokens: Replacements, pseudonyms: Pseudonyms): Exchange {
  const { url, authorization, refusal, challenges, captures } = exchange;
  return {
    ...exchange,
    url: redactAddress(url, tokens, pseudonyms),
    ...(authorization !== undefined && { authorization: redactCredentials(authorization, pseudonyms) }),
    ...(refusal !== undefined && { refusal: redactRefusal(refusal, pseudonyms) }),
    ...(challenges && { challenges: challenges.map((each) => redactChallenge(each, pseudonyms)) }),
    captures: captures.map((capture) => redactCapture(capture, tokens, pseudonyms)),
  };
}

function redactCapture(capture: Capture, tokens: Replacements, pseudonyms: Pseudonyms): Capture {
  const token = tokens.get(capture.token) ?? '';
  // What follows in a Set-Cookie header are the cookie's attributes: they say who may read it.
  if (capture.carrier.place === 'set-cookie') return { ...capture, token };
  const { before, after } = capture;
  return {
    ...capture,
    before: redactAround(before, pseudonyms),
    token,
    after: redactAround(after, pseudonyms),
  };
}
