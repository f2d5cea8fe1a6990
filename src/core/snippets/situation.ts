import type { SecretEncoding } from '../key/key';
import { type JsonNode, memberOf } from '../token/json';
import { partOf, type Token } from '../token/token';
import type { Capture, Exchange } from '../traffic/exchange';
import type { Expectations } from '../verify/expectations';

/** What a key of a token's algorithm is. */
export type KeyPlan = 'secret' | 'pair';

/** All that a piece of code is made from. No text of a token or a key is in it: both come from the environment. */
export interface Situation {
  /** The header's; absent where it names none. */
  alg?: string | undefined;
  key: KeyPlan;
  /** How the secret is written. */
  encoding: SecretEncoding;
  /** Those that a check is to accept. */
  algorithms: readonly string[];
  audiences: readonly string[];
  issuers: readonly string[];
  leewaySeconds: number;
  /** The payload, where it is an object, with the text it was read from. */
  claims?: Source | undefined;
  header?: Source | undefined;
  /** The request that carried the token last, with its capture in it. */
  seen?: { exchange: Exchange; capture: Capture } | undefined;
}

/** An object of JSON and the text it was read from. */
export interface Source {
  node: Extract<JsonNode, { type: 'object' }>;
  text: string;
}

interface Given {
  token: Token;
  expectations: Expectations;
  encoding?: SecretEncoding | undefined;
  seen?: Situation['seen'];
}

/** Gathers what code for a token is made from: what it says, what the user expects, where it was seen. */
export function situationOf({ token, expectations, encoding = 'text', seen }: Given): Situation {
  const header = sourceOf(token, 'header');
  const named = header && memberOf(header.node, 'alg');
  const alg = named?.type === 'string' ? named.value : undefined;
  const signed = token.form === 'jws-compact' && token.text.split('.').length === 3;
  return {
    alg,
    key: alg?.startsWith('HS') ? 'secret' : 'pair',
    encoding,
    algorithms: expectations.algorithms ?? (alg === undefined ? [] : [alg]),
    audiences: expectations.audiences ?? [],
    issuers: expectations.issuers ?? [],
    leewaySeconds: expectations.leewaySeconds ?? 0,
    claims: signed ? sourceOf(token, 'payload') : undefined,
    header: signed ? header : undefined,
    seen,
  };
}

function sourceOf(token: Token, name: 'header' | 'payload'): Source | undefined {
  const part = partOf(token, name);
  return part?.json?.type === 'object' && part.text !== undefined
    ? { node: part.json, text: part.text }
    : undefined;
}

/** A claim's value, where it is a number. */
export function secondsOf({ claims }: Situation, name: string): number | undefined {
  const node = memberOf(claims?.node, name);
  return node?.type === 'number' ? node.value : undefined;
}

/** Whether a claim is there at all. */
export const hasClaim = ({ claims }: Situation, name: string) => memberOf(claims?.node, name) !== undefined;

/** As long as tokens of its kind live, in seconds: from iat to exp, or an hour as in the guide. */
export function lifetimeOf(situation: Situation): number {
  const [exp, iat] = [secondsOf(situation, 'exp'), secondsOf(situation, 'iat')];
  const lived = exp !== undefined && iat !== undefined ? Math.round(exp - iat) : 0;
  return lived > 0 ? lived : 3600;
}

/** The members of the header that a library does not write by itself. */
export function headerRest({ header }: Situation, written: readonly string[]): Source | undefined {
  const members = header?.node.members.filter(({ name }) => !written.includes(name)) ?? [];
  return header && members.length > 0 ? { ...header, node: { ...header.node, members } } : undefined;
}
