import { decodeStrict } from '../../key/base64';
import type { JwkMaterial, Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import type { Algorithm } from '../../verify/algorithms';
import { withPrimes } from './primes';

type Bytes = Uint8Array<ArrayBuffer>;

type Sign = (input: Uint8Array, secret: Uint8Array) => Uint8Array;

interface MlDsa {
  keygen(seed: Uint8Array): { secretKey: Uint8Array };
  sign(input: Uint8Array, secretKey: Uint8Array): Uint8Array;
}

/** A private key of ML-DSA is the seed of 32 bytes (RFC 9881 section 6), or what grows from it. */
const mlDsa =
  ({ keygen, sign }: MlDsa): Sign =>
  (input, secret) =>
    sign(input, secret.length === 32 ? keygen(secret).secretKey : secret);

/** What signs where WebCrypto does not, by curve or parameter set; loaded when first needed. */
const loaders: Readonly<Record<string, () => Promise<Sign>>> = {
  secp256k1: async () => {
    const { secp256k1 } = await import('@noble/curves/secp256k1.js');
    return (input, secret) => secp256k1.sign(input, secret);
  },
  Ed448: async () => (await import('@noble/curves/ed448.js')).ed448.sign,
  'ML-DSA-44': async () => mlDsa((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa44),
  'ML-DSA-65': async () => mlDsa((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa65),
  'ML-DSA-87': async () => mlDsa((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa87),
};

/** The signature of an input by a key that fits the algorithm; undefined for a key that the cryptography refuses. */
export async function signatureOf(
  { material }: Key,
  row: Algorithm,
  input: Bytes,
): Promise<Bytes | undefined> {
  try {
    if (material.type === 'bytes') return await webCryptoSignature(row, 'raw', material.bytes, input);
    const jwk = await jwkOf(material);
    if (!jwk) return undefined;
    return row.library
      ? await librarySignature(row, jwk, input)
      : await webCryptoSignature(row, 'jwk', privateHalf(jwk), input);
  } catch {
    return undefined;
  }
}

async function webCryptoSignature(
  { importing, verifying }: Algorithm,
  format: 'raw' | 'jwk',
  data: BufferSource | JsonWebKey,
  input: Bytes,
): Promise<Bytes> {
  const { subtle } = crypto;
  const key = await (format === 'raw'
    ? subtle.importKey(format, data as BufferSource, importing, false, ['sign'])
    : subtle.importKey(format, data as JsonWebKey, importing, false, ['sign']));
  return new Uint8Array(await subtle.sign(verifying, key, input));
}

async function librarySignature(
  { curve = '' }: Algorithm,
  { secret = {} }: JwkMaterial,
  input: Bytes,
): Promise<Bytes | undefined> {
  const sign = await loaders[curve]?.();
  const bytes = decodeStrict(secret.priv ?? secret.d ?? '');
  return sign && bytes && new Uint8Array(sign(input, bytes));
}

/** The members that make the key and nothing else: WebCrypto refuses what "use" or "alg" would forbid. */
function privateHalf(jwk: JwkMaterial): JsonWebKey {
  const { kty, crv, n, e, x, y } = jwk;
  const secret = kty === 'RSA' ? withPrimes(jwk) : jwk.secret;
  const members = { crv, n, e, x, y, ...secret };
  return { kty, ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) };
}
