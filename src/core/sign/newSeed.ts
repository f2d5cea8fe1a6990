import { buildKey } from '../key/build';
import type { Key, KeyMaterial } from '../key/key';
import { randomBytes } from './random';

type Seed = Uint8Array<ArrayBuffer>;

const own = (seed: Uint8Array): Seed => new Uint8Array(seed);

/** ML-DSA's seed (FIPS 204 section 5.1) and the keys of the other curves by their libraries' own rules. */
const makers = {
  'P-256': async () => own((await import('@noble/curves/nist.js')).p256.utils.randomSecretKey()),
  'P-384': async () => own((await import('@noble/curves/nist.js')).p384.utils.randomSecretKey()),
  'P-521': async () => own((await import('@noble/curves/nist.js')).p521.utils.randomSecretKey()),
  secp256k1: async () => own((await import('@noble/curves/secp256k1.js')).secp256k1.utils.randomSecretKey()),
  Ed25519: async () => own((await import('@noble/curves/ed25519.js')).ed25519.utils.randomSecretKey()),
  X25519: async () => own((await import('@noble/curves/ed25519.js')).x25519.utils.randomSecretKey()),
  Ed448: async () => own((await import('@noble/curves/ed448.js')).ed448.utils.randomSecretKey()),
  X448: async () => own((await import('@noble/curves/ed448.js')).x448.utils.randomSecretKey()),
  'ML-DSA-44': async () => randomBytes(32),
  'ML-DSA-65': async () => randomBytes(32),
  'ML-DSA-87': async () => randomBytes(32),
} as const satisfies Record<string, () => Promise<Seed>>;

/** A curve, or a parameter set, that a key can be made on. */
export type NewCurve = keyof typeof makers;

/** A new private key on a curve. Its public half is worked out when it is asked for. */
export async function newSeed(curve: NewCurve): Promise<Key> {
  const material: KeyMaterial = { type: 'seed', kty: typeOf(curve), curve, seed: await makers[curve]() };
  const key = buildKey({ format: 'pkcs8', material, private: true }, 'yours');
  if (!key.ok) throw new Error(`a new key on ${curve} cannot be read`);
  return key.value;
}

function typeOf(curve: NewCurve): 'EC' | 'OKP' | 'AKP' {
  if (curve.startsWith('ML-DSA')) return 'AKP';
  return curve.startsWith('P-') || curve === 'secp256k1' ? 'EC' : 'OKP';
}
