import { readJwk } from '../key/jwk';
import { thumbprintOf } from '../key/thumbprint';
import { encodeBase64url } from '../token/base64url';
import { type JsonNode, memberOf } from '../token/json';
import { partOf, type Token } from '../token/token';
import type { Exchange } from '../traffic/exchange';
import type { Kind } from './kind';
import { textOf } from './members';
import type { Sighting } from './sighting';

/** Whether what one token says of another, seen in the same exchange, is so. Absent: nothing to compare. */
export interface Bindings {
  /** The ID token's at_hash and the access token beside it (OpenID Connect Core 1.0 section 3.1.3.6). */
  atHash?: Answer;
  /** The ID token's c_hash and the code beside it (section 3.3.2.11). */
  cHash?: Answer;
  /** The proof's ath and the access token sent with it (RFC 9449 section 4.3). */
  ath?: Answer | 'missing';
  /** The access token's cnf.jkt and the key of the proof sent with it (RFC 9449 section 6.1). */
  jkt?: Answer | 'no-proof';
}
type Answer = 'fits' | 'differs';

interface Given {
  header: JsonNode | undefined;
  claims: JsonNode | undefined;
  kind: Kind;
  sightings: readonly Sighting[];
  read: (text: string) => Token;
}

/** The hash of an algorithm's signature, which at_hash and c_hash use too. */
const hashes: readonly [RegExp, string][] = [
  [/256K?$/, 'SHA-256'],
  [/384$/, 'SHA-384'],
  [/512$|^EdDSA$|^Ed25519$/, 'SHA-512'],
];

/** Compares what the token says of others with those that travelled beside it. */
export async function bindingsOf(given: Given): Promise<Bindings> {
  const entries = await Promise.all([
    hashAnswer(given, 'at_hash', accessTokensIn).then((atHash) => atHash && { atHash }),
    hashAnswer(given, 'c_hash', codesIn).then((cHash) => cHash && { cHash }),
    athAnswer(given).then((ath) => ath && { ath }),
    jktAnswer(given).then((jkt) => jkt && { jkt }),
  ]);
  return Object.assign({}, ...entries);
}

async function hashAnswer(
  { header, claims, sightings }: Given,
  claim: string,
  textsIn: (exchange: Exchange) => readonly string[],
): Promise<Answer | undefined> {
  const said = textOf(claims, claim);
  const hash = hashes.find(([pattern]) => pattern.test(textOf(header, 'alg') ?? ''))?.[1];
  if (said === undefined || !hash) return undefined;
  const texts = new Set(sightings.flatMap(({ exchange }) => textsIn(exchange)));
  if (texts.size === 0) return undefined;
  for (const text of texts) if ((await leftHalf(text, hash)) === said) return 'fits';
  return 'differs';
}

async function leftHalf(text: string, hash: string): Promise<string> {
  const bytes = await digest(text, hash);
  return encodeBase64url(bytes.subarray(0, bytes.length / 2));
}

async function digest(text: string, hash: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)));
}

/** An answer gives an access token beside the ID token under its own name. */
function accessTokensIn({ captures }: Exchange): readonly string[] {
  return captures
    .filter(({ carrier, opaque }) => opaque === 'access_token' || /(^|\.)access_token$/.test(carrier.name))
    .map(({ token }) => token);
}

/** A code that came in the same address as the ID token (the hybrid flow). */
function codesIn({ url, captures }: Exchange): readonly string[] {
  const inAddress = captures.some(
    ({ carrier }) => carrier.place.startsWith('url-') && carrier.name === 'id_token',
  );
  const code = inAddress ? /[?&#]code=([^&#]+)/.exec(url)?.[1] : undefined;
  if (code === undefined) return [];
  try {
    return [decodeURIComponent(code)];
  } catch {
    return [code];
  }
}

/** What stands in the Authorization header of an exchange, token or not. */
export function credentialsIn({ captures }: Exchange): readonly string[] {
  return captures
    .filter(({ carrier }) => carrier.place === 'request-header' && carrier.name === 'authorization')
    .map(({ token }) => token);
}

export function proofsIn({ captures }: Exchange): readonly string[] {
  return captures
    .filter(({ carrier }) => carrier.place === 'request-header' && carrier.name === 'dpop')
    .map(({ token }) => token);
}

async function athAnswer({ claims, kind, sightings }: Given): Promise<Bindings['ath']> {
  const credentials = sightings.flatMap(({ exchange }) => credentialsIn(exchange));
  if (kind !== 'dpop' || credentials.length === 0) return undefined;
  const said = textOf(claims, 'ath');
  if (said === undefined) return 'missing';
  for (const text of new Set(credentials)) {
    if (encodeBase64url(await digest(text, 'SHA-256')) !== said) return 'differs';
  }
  return 'fits';
}

async function jktAnswer({ claims, sightings, read }: Given): Promise<Bindings['jkt']> {
  const jkt = textOf(memberOf(claims, 'cnf'), 'jkt');
  const sent = sightings.filter(
    ({ capture: { carrier } }) => carrier.place === 'request-header' && carrier.name === 'authorization',
  );
  if (jkt === undefined || sent.length === 0) return undefined;
  let answer: Bindings['jkt'] = 'fits';
  for (const { exchange } of sent) {
    const proofs = proofsIn(exchange);
    if (proofs.length === 0) answer = 'no-proof';
    for (const proof of proofs) if ((await thumbprintIn(read(proof))) !== jkt) return 'differs';
  }
  return answer;
}

async function thumbprintIn(proof: Token): Promise<string | undefined> {
  const jwk = memberOf(partOf(proof, 'header')?.json, 'jwk');
  const key = jwk && readJwk(jwk, 'jwk', 'carried');
  return key?.ok ? thumbprintOf(key.value) : undefined;
}
