import { decodeBase64 } from '../key/base64';
import { readJwk } from '../key/jwk';
import type { Key } from '../key/key';
import { readDerKey } from '../key/pemKeys';
import { type JsonNode, memberOf } from '../token/json';
import { partOf, type Token } from '../token/token';
import { verifySignature } from './verify';

/** What a key that the token carries itself says, which proves nothing either way. */
export const carriedCodes = ['none', 'matches', 'differs', 'unreadable'] as const;
export type CarriedAnswer = (typeof carriedCodes)[number];

/** Parameters that say where a key is. They are shown, and never followed (RFC 8725 section 3.10). */
const pointers = ['jku', 'x5u'] as const;

/** The key in a token's own header: jwk, or the first certificate of x5c (RFC 7515 sections 4.1.3 and 4.1.6). */
export function carriedKeys(token: Token): readonly Key[] {
  const header = partOf(token, 'header')?.json;
  const jwk = memberOf(header, 'jwk');
  const key = jwk && readJwk(jwk, 'jwk', 'carried');
  const certified = certifiedKey(memberOf(header, 'x5c'));
  return [...(key?.ok ? [key.value] : []), ...(certified ? [certified] : [])];
}

/** Whether the signature fits the key that the token carries. It never makes a token verified: anyone can do that. */
export async function matchesCarriedKey(token: Token): Promise<CarriedAnswer> {
  const header = partOf(token, 'header')?.json;
  if (!memberOf(header, 'jwk') && !memberOf(header, 'x5c')) return 'none';
  const keys = carriedKeys(token).map((key) => ({ ...key, source: 'yours' as const }));
  if (keys.length === 0) return 'unreadable';
  const { state } = await verifySignature(token, keys);
  return state === 'verified' ? 'matches' : 'differs';
}

/** Where the token says that its key is; nothing is ever fetched from there. */
export function pointersOf(token: Token): readonly { name: string; value: string }[] {
  const header = partOf(token, 'header')?.json;
  return pointers.flatMap((name) => {
    const node = memberOf(header, name);
    return node?.type === 'string' ? [{ name, value: node.value }] : [];
  });
}

function certifiedKey(x5c: JsonNode | undefined): Key | undefined {
  const first = x5c?.type === 'array' ? x5c.items[0] : undefined;
  const bytes = first?.type === 'string' ? decodeBase64(first.value) : undefined;
  return bytes && readDerKey(bytes, 'carried');
}
