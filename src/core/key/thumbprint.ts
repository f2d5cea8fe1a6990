import { encodeBase64url } from '../token/base64url';
import type { JwkMaterial, Key } from './key';
import { jwkOf } from './publicHalf';

/** The members that count, in the order that they are hashed in (RFC 7638 section 3.2, RFC 8037 section 2). */
const members: Readonly<
  Record<JwkMaterial['kty'], readonly ('alg' | 'crv' | 'e' | 'kty' | 'n' | 'pub' | 'x' | 'y')[]>
> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  AKP: ['alg', 'kty', 'pub'],
};

/** A key's fingerprint: the SHA-256 thumbprint of RFC 7638, base64url. Undefined for a seed that makes no key. */
export async function thumbprintOf({ material }: Key): Promise<string | undefined> {
  const text = material.type === 'bytes' ? secretText(material.bytes) : publicText(await jwkOf(material));
  if (text === undefined) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return encodeBase64url(new Uint8Array(hash));
}

function publicText(jwk: JwkMaterial | undefined): string | undefined {
  return jwk && JSON.stringify(Object.fromEntries(members[jwk.kty].map((name) => [name, jwk[name]])));
}

function secretText(bytes: Uint8Array): string {
  return JSON.stringify({ k: encodeBase64url(bytes), kty: 'oct' });
}
