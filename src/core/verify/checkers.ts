import type { JwkMaterial, Key } from '../key/key';
import { jwkOf } from '../key/publicHalf';
import type { Algorithm } from './algorithms';
import { libraryChecker } from './libraryCheckers';

/** Tells whether a signature is that of an input. */
export type Checker = (
  signature: Uint8Array<ArrayBuffer>,
  input: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** Undefined stands for a key that the cryptography refuses. */
type Found = Promise<Checker | undefined>;

const cache = new WeakMap<Key, Map<Algorithm, Checker | Found>>();

/**
 * What checks signatures of one algorithm with one key. Made once, and from then on given without a promise: an HMAC
 * takes less than a turn or two of waiting.
 */
export function checkerOf(key: Key, row: Algorithm): Checker | Found {
  const ofKey = cache.get(key) ?? new Map<Algorithm, Checker | Found>();
  const known = ofKey.get(row);
  if (known) return known;
  const making = makeChecker(key, row).then((checker) => {
    if (checker) ofKey.set(row, checker);
    return checker;
  });
  cache.set(key, ofKey.set(row, making));
  return making;
}

async function makeChecker({ material }: Key, row: Algorithm): Found {
  if (material.type === 'bytes') return webCryptoChecker(row, 'raw', material.bytes);
  const jwk = await jwkOf(material);
  if (!jwk) return undefined;
  return (
    (await webCryptoChecker(row, 'jwk', publicHalf(jwk))) ??
    (row.library ? libraryChecker(row, jwk) : undefined)
  );
}

async function webCryptoChecker(row: Algorithm, format: 'raw', data: BufferSource): Found;
async function webCryptoChecker(row: Algorithm, format: 'jwk', data: JsonWebKey): Found;
async function webCryptoChecker(
  row: Algorithm,
  format: 'raw' | 'jwk',
  data: BufferSource | JsonWebKey,
): Found {
  try {
    const key = await importKey(row, format, data);
    const { subtle } = crypto;
    const parameters = parametersOf(row);
    // A key that could be imported and can't be used, such as one of absurd size, checks nothing.
    return (signature, input) => subtle.verify(parameters, key, signature, input).catch(() => false);
  } catch {
    return undefined;
  }
}

/** The name alone where the rest lies in the key: an object costs the browser more to read than an HMAC takes. */
function parametersOf({ verifying }: Algorithm): Algorithm['verifying'] | string {
  const tells = verifying.name === 'ECDSA' || verifying.saltLength !== undefined;
  return tells ? verifying : verifying.name;
}

function importKey(
  { importing }: Algorithm,
  format: 'raw' | 'jwk',
  data: BufferSource | JsonWebKey,
): Promise<CryptoKey> {
  const { subtle } = crypto;
  if (format === 'raw') return subtle.importKey('raw', data as BufferSource, importing, false, ['verify']);
  return subtle.importKey('jwk', data as JsonWebKey, importing, false, ['verify']);
}

/** The members that make a public key and nothing else: WebCrypto refuses what "use" or "alg" would forbid. */
function publicHalf({ kty, crv, n, e, x, y, pub, alg }: JwkMaterial): JsonWebKey {
  const members = kty === 'AKP' ? { pub, alg } : { crv, n, e, x, y };
  return { kty, ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) };
}
