import { encodeBase64url } from '../token/base64url';
import { ecJwk, fixedJwk } from './asn1Key';
import type { JwkMaterial, KeyMaterial } from './key';

type Derive = (seed: Uint8Array) => Promise<Uint8Array>;

/** A private key of these lengths in bytes is ML-DSA's expanded form, any other one its seed. */
const seedBytes = 32;

/** How a seed yields its public key. The library is loaded only when such a key turns up. */
const derivations: Readonly<Record<string, Derive>> = {
  'P-256': async (seed) => (await import('@noble/curves/nist.js')).p256.getPublicKey(seed, false),
  'P-384': async (seed) => (await import('@noble/curves/nist.js')).p384.getPublicKey(seed, false),
  'P-521': async (seed) => (await import('@noble/curves/nist.js')).p521.getPublicKey(seed, false),
  secp256k1: async (seed) => (await import('@noble/curves/secp256k1.js')).secp256k1.getPublicKey(seed, false),
  Ed25519: async (seed) => (await import('@noble/curves/ed25519.js')).ed25519.getPublicKey(seed),
  X25519: async (seed) => (await import('@noble/curves/ed25519.js')).x25519.getPublicKey(seed),
  Ed448: async (seed) => (await import('@noble/curves/ed448.js')).ed448.getPublicKey(seed),
  X448: async (seed) => (await import('@noble/curves/ed448.js')).x448.getPublicKey(seed),
  'ML-DSA-44': async (seed) => mlDsaPublic((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa44, seed),
  'ML-DSA-65': async (seed) => mlDsaPublic((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa65, seed),
  'ML-DSA-87': async (seed) => mlDsaPublic((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa87, seed),
};

interface MlDsa {
  keygen(seed: Uint8Array): { publicKey: Uint8Array };
  getPublicKey(secretKey: Uint8Array): Uint8Array;
}

function mlDsaPublic(scheme: MlDsa, seed: Uint8Array): Uint8Array {
  return seed.length === seedBytes ? scheme.keygen(seed).publicKey : scheme.getPublicKey(seed);
}

/** The key as a JWK that holds its public half; undefined for a secret, and for a seed that makes no key. */
export async function jwkOf(material: KeyMaterial): Promise<JwkMaterial | undefined> {
  if (material.type === 'bytes') return undefined;
  if (material.type === 'jwk') return material.jwk;
  const { kty, curve, seed } = material;
  try {
    const point = await derivations[curve]?.(seed);
    if (!point) return undefined;
    const jwk =
      kty === 'EC' ? ecJwk(curve, point) : { ok: true as const, value: fixedJwk(kty, curve, point) };
    const name = kty === 'AKP' ? 'priv' : 'd';
    return jwk.ok ? { ...jwk.value, secret: { [name]: encodeBase64url(seed) } } : undefined;
  } catch {
    return undefined;
  }
}
