import { wholeJwkText } from '../key/convert';
import type { Key, SecretEncoding } from '../key/key';
import { readKeyBytes, readKeys } from '../key/readKeys';
import { thumbprintOf } from '../key/thumbprint';
import { encodeBase64url } from '../token/base64url';
import { withAlgorithm } from './exports';
import { type NewCurve, newSeed } from './newSeed';
import { randomBytes } from './random';

/** A kind of key that can be made. */
export interface Recipe {
  /** What it is called in the list: an algorithm's name, or the curve. */
  name: string;
  /** What it is for (RFC 7517 section 4.2). */
  use: 'sig' | 'enc';
  make: { secretBytes: number } | { rsaBits: number } | { curve: NewCurve };
}

/** A key's text, as a key box takes it. */
export interface MadeKey {
  text: string;
  /** How a secret's text stands for bytes; absent: as the key it looks like. */
  encoding?: SecretEncoding;
}

/**
 * RFC 7518 section 3.2 asks for secrets as long as the hash, 32, 48 and 64 bytes. These are one and more bytes longer:
 * their text serves as it is, as in an app's settings, and has no length that could be taken for an encoded key's.
 */
const secrets: readonly Recipe[] = (
  [
    ['HS256', 33],
    ['HS384', 51],
    ['HS512', 66],
  ] as const
).map(([name, secretBytes]) => ({ name, use: 'sig', make: { secretBytes } }));

const rsa: readonly Recipe[] = [2048, 3072, 4096].map((rsaBits) => ({
  name: `RSA ${rsaBits}`,
  use: 'sig',
  make: { rsaBits },
}));

const signingCurves: readonly NewCurve[] = [
  'P-256',
  'P-384',
  'P-521',
  'Ed25519',
  'Ed448',
  'secp256k1',
  'ML-DSA-44',
  'ML-DSA-65',
  'ML-DSA-87',
];

const agreementCurves: readonly NewCurve[] = ['X25519', 'X448'];

const onCurve = (use: Recipe['use']) => (curve: NewCurve) => ({ name: curve, use, make: { curve } });

/** Every kind of key that can be made here, the usual ones first. */
export const recipes: readonly Recipe[] = [
  ...secrets,
  ...rsa,
  ...signingCurves.map(onCurve('sig')),
  ...agreementCurves.map(onCurve('enc')),
];

/** Makes a key. A pair comes as a private JWK whose `kid` is its thumbprint (RFC 7638), so that a token can name it. */
export async function makeKey({ make, use }: Recipe): Promise<MadeKey> {
  if ('secretBytes' in make)
    return { text: encodeBase64url(randomBytes(make.secretBytes)), encoding: 'text' };
  const key = 'rsaBits' in make ? await newRsa(make.rsaBits) : await newSeed(make.curve);
  const kid = await thumbprintOf(key);
  const ofAnyUse = use === 'sig' && (key.kind === 'rsa' || key.kind === 'ec');
  const named = { ...withAlgorithm(key), ...(kid && { kid }), ...(!ofAnyUse && { use }) };
  const text = await wholeJwkText(named);
  return { text: text ?? '' };
}

/** By way of PKCS#8, which every browser writes the same. */
async function newRsa(modulusLength: number): Promise<Key> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength };
  const publicExponent = Uint8Array.of(1, 0, 1);
  const pair = await crypto.subtle.generateKey({ ...algorithm, publicExponent }, true, ['sign', 'verify']);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const reading = readKeyBytes(pkcs8);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error('the platform made a key that cannot be read');
  return key;
}

/** The key that a made text reads as. */
export function keyOf({ text, encoding }: MadeKey): Key | undefined {
  const reading = readKeys(text, encoding);
  return reading.ok ? reading.keys[0] : undefined;
}
