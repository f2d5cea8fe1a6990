import type { Key } from '../key/key';
import type { JsonNode } from '../token/json';
import type { Times } from '../token/lifetime';
import { type ProfileReading, profileOf } from '../token/profiles';
import { readToken } from '../token/read';
import { partOf, type Token } from '../token/token';
import { timesOf } from '../token/tokenTimes';
import type { Exchange } from '../traffic/exchange';
import type { SignatureVerdict } from '../verify/verify';
import { type Bindings, bindingsOf } from './bindings';
import { type KnownKind, kindOf } from './kind';
import { type Leaf, leavesOf, textOf } from './members';
import { type Sighting, sightingsOf } from './sighting';

/** What is known besides the token itself. All may be empty. */
export interface Context {
  /** The exchanges of the view, oldest first; those that carried the token are found among them. */
  exchanges: readonly Exchange[];
  verdict?: SignatureVerdict | undefined;
  /** The keys at hand. */
  keys: readonly Key[];
  /** True when a secret that everybody knows was tried and fits. */
  secretIsKnown?: boolean | undefined;
  /** Milliseconds since the epoch. */
  nowMs: number;
  /** Reads a token; give the same one for many tokens, so that none is read twice. */
  read?: ((text: string) => Token) | undefined;
}

/** All that a rule looks at. */
export interface Situation extends KnownKind {
  token: Token;
  header: JsonNode | undefined;
  claims: JsonNode | undefined;
  /** Empty where there is none. */
  alg: string;
  profile: ProfileReading | undefined;
  times: Times;
  nowSeconds: number;
  /** The texts and numbers of the payload. */
  leaves: readonly Leaf[];
  /** Of a token that is seen very often the latest. */
  sightings: readonly Sighting[];
  exchanges: readonly Exchange[];
  verdict: SignatureVerdict | undefined;
  keys: readonly Key[];
  secretIsKnown: boolean;
  bindings: Bindings;
  read: (text: string) => Token;
}

/** Gathers what the rules look at; all work that takes time is done here, so that each rule is a plain test. */
export async function situationOf(token: Token, context: Context): Promise<Situation> {
  const { exchanges, verdict, keys, nowMs, secretIsKnown = false, read = readToken } = context;
  const payload = partOf(token, 'payload');
  const [header, claims] = [partOf(token, 'header')?.json, payload?.json];
  const sightings = sightingsOf(token.text, exchanges);
  const known = kindOf(token, claims, sightings);
  return {
    ...known,
    token,
    header,
    claims,
    alg: textOf(header, 'alg') ?? '',
    profile: profileOf(token),
    times: timesOf(token),
    nowSeconds: nowMs / 1000,
    leaves: leavesOf(claims, payload?.text ?? ''),
    sightings,
    exchanges,
    verdict,
    keys,
    secretIsKnown,
    bindings: await bindingsOf({ header, claims, kind: known.kind, sightings, read }),
    read,
  };
}

/** Reads each text once. */
export function rememberingReader(most = 2_000): (text: string) => Token {
  const known = new Map<string, Token>();
  return (text) => {
    const token = known.get(text) ?? readToken(text);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(text, token);
    return token;
  };
}
