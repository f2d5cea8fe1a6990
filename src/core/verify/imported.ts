import type { JwkMaterial, Key } from '../key/key';
import type { Algorithm } from './algorithms';

/** Undefined stands for a key that the cryptography refuses. */
type Imported = Promise<CryptoKey | undefined>;

const cache = new WeakMap<Key, Map<string, Imported>>();

/** The key as WebCrypto wants it for one algorithm; imported once, so that a later check costs the bare check. */
export function importedKey(key: Key, row: Algorithm): Imported {
  const known = cache.get(key) ?? new Map<string, Imported>();
  cache.set(key, known);
  const name = `${row.importing.name} ${row.importing.hash ?? row.importing.namedCurve ?? ''}`;
  const imported = known.get(name) ?? importKey(key, row).catch(() => undefined);
  known.set(name, imported);
  return imported;
}

async function importKey({ material }: Key, { importing }: Algorithm): Promise<CryptoKey> {
  const { subtle } = crypto;
  if (material.type === 'bytes') return subtle.importKey('raw', material.bytes, importing, false, ['verify']);
  const jwk =
    material.type === 'jwk' ? publicHalf(material.jwk) : await publicHalfOf(material.der, importing);
  return subtle.importKey('jwk', jwk, importing, false, ['verify']);
}

/** A private key tells its public half when it is exported. */
async function publicHalfOf(
  der: Uint8Array<ArrayBuffer>,
  importing: Algorithm['importing'],
): Promise<JsonWebKey> {
  const key = await crypto.subtle.importKey('pkcs8', der, importing, true, ['sign']);
  const { kty = '', crv, x, y } = await crypto.subtle.exportKey('jwk', key);
  return { kty, ...(crv && { crv }), ...(x && { x }), ...(y && { y }) };
}

/** The members that make a public key and nothing else: WebCrypto refuses what "use" or "alg" would forbid. */
function publicHalf({ kty, crv, n, e, x, y }: JwkMaterial): JsonWebKey {
  return { kty, ...(crv && { crv }), ...(n && { n }), ...(e && { e }), ...(x && { x }), ...(y && { y }) };
}
