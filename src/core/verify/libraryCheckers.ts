import { decodeStrict } from '../key/base64';
import type { JwkMaterial } from '../key/key';
import type { Algorithm } from './algorithms';
import type { Checker } from './checkers';

type Verify = (signature: Uint8Array, input: Uint8Array, publicKey: Uint8Array) => boolean;

/** What checks where WebCrypto does not, by curve or parameter set; loaded when first needed. */
const loaders: Readonly<Record<string, () => Promise<Verify>>> = {
  secp256k1: async () => {
    const { secp256k1 } = await import('@noble/curves/secp256k1.js');
    // JOSE knows no low-S rule (RFC 8812 section 3.2), which this library has from Bitcoin.
    return (signature, input, key) => secp256k1.verify(signature, input, key, { lowS: false });
  },
  Ed448: async () => (await import('@noble/curves/ed448.js')).ed448.verify,
  'ML-DSA-44': async () => (await import('@noble/post-quantum/ml-dsa.js')).ml_dsa44.verify,
  'ML-DSA-65': async () => (await import('@noble/post-quantum/ml-dsa.js')).ml_dsa65.verify,
  'ML-DSA-87': async () => (await import('@noble/post-quantum/ml-dsa.js')).ml_dsa87.verify,
};

/** A checker that needs no WebCrypto; undefined when the key's bytes can't be read. */
export async function libraryChecker(
  { curve = '' }: Algorithm,
  jwk: JwkMaterial,
): Promise<Checker | undefined> {
  const verify = await loaders[curve]?.();
  const key = publicBytes(jwk);
  if (!verify || !key) return undefined;
  return async (signature, input) => {
    try {
      return verify(signature, input, key);
    } catch {
      // The library throws for a signature that is none: numbers out of range, a point off the curve.
      return false;
    }
  };
}

/** The public key as libraries take it: SEC 1's uncompressed point, or the bytes as they are. */
function publicBytes({ kty, x = '', y = '', pub = '' }: JwkMaterial): Uint8Array | undefined {
  if (kty === 'AKP') return decodeStrict(pub);
  const left = decodeStrict(x);
  const right = decodeStrict(y);
  if (kty === 'OKP') return left;
  return left && right ? Uint8Array.from([4, ...left, ...right]) : undefined;
}
