import { encodeBase64url } from '../token/base64url';
import { encodeBase64 } from './base64';
import { pkcs8Of, spkiOf } from './derKeys';
import type { JwkMaterial, Key } from './key';
import { jwkOf } from './publicHalf';

/** The public half of a key as a JWK text, with what the key says of its use; undefined for a secret. */
export async function publicJwkText(key: Key): Promise<string | undefined> {
  const jwk = await jwkOf(key.material);
  return jwk && jsonOf(publicMembers(jwk), key);
}

/** The whole key as a JWK text, private members included; a secret becomes an octet key (RFC 7518 section 6.4). */
export async function wholeJwkText(key: Key): Promise<string | undefined> {
  if (key.material.type === 'bytes')
    return jsonOf({ kty: 'oct', k: encodeBase64url(key.material.bytes) }, key);
  const jwk = await jwkOf(key.material);
  return jwk && jsonOf({ ...publicMembers(jwk), ...jwk.secret }, key);
}

/** The public half of a key as SPKI in PEM (RFC 7468 section 13); undefined for a secret. */
export async function publicPem(key: Key): Promise<string | undefined> {
  const jwk = await jwkOf(key.material);
  const spki = jwk && spkiOf(jwk);
  return spki && pemOf('PUBLIC KEY', spki);
}

/** A private key as PKCS#8 in PEM (RFC 7468 section 10); undefined when there is no private half to write. */
export async function privatePem(key: Key): Promise<string | undefined> {
  const jwk = await jwkOf(key.material);
  const pkcs8 = jwk && pkcs8Of(jwk);
  return pkcs8 && pemOf('PRIVATE KEY', pkcs8);
}

function publicMembers({ secret: _secret, ...members }: JwkMaterial): Omit<JwkMaterial, 'secret'> {
  return members;
}

function jsonOf(members: object, { kid, use, alg, keyOps }: Key): string {
  return JSON.stringify({ ...members, kid, use, alg, key_ops: keyOps }, null, 2);
}

/** Bytes as RFC 7468 writes them. */
export function pemOf(label: string, bytes: Uint8Array): string {
  const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
