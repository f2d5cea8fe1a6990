import { decodeStrict } from '../../key/base64';
import { joinBytes } from '../../key/joinBytes';
import type { JwkMaterial, Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { type Agreement, concatKdf } from '../../verify/decrypt/concatKdf';
import { type NewCurve, newSeed } from '../newSeed';

type Bytes = Uint8Array<ArrayBuffer>;

interface Agreeing {
  getSharedSecret(secret: Uint8Array, point: Uint8Array): Uint8Array;
}

/** What agrees on each curve (RFC 7518 section 4.6, RFC 8037 section 3.2); loaded when first needed. */
const loaders: Readonly<Record<string, () => Promise<Agreeing>>> = {
  'P-256': async () => (await import('@noble/curves/nist.js')).p256,
  'P-384': async () => (await import('@noble/curves/nist.js')).p384,
  'P-521': async () => (await import('@noble/curves/nist.js')).p521,
  X25519: async () => (await import('@noble/curves/ed25519.js')).x25519,
  X448: async () => (await import('@noble/curves/ed448.js')).x448,
};

/** A key that only the owner of `key` can work out too, and the public half that tells them how: JSON of a JWK. */
export async function agree(
  asked: Agreement & { key: Key },
): Promise<{ bytes: Bytes; epk: string } | undefined> {
  const theirs = await jwkOf(asked.key.material);
  const curve = theirs?.crv ?? '';
  const library = await loaders[curve]?.();
  const ours = library && (await jwkOf((await newSeed(curve as NewCurve)).material));
  const secret = decodeStrict(ours?.secret?.d ?? '');
  const point = theirs && pointOf(theirs);
  if (!library || !ours || !secret || !point) return undefined;
  const shared = library.getSharedSecret(secret, point);
  const { secret: _secret, ...epk } = ours;
  const x = theirs.kty === 'EC' ? shared.subarray(1) : shared;
  return { bytes: await concatKdf(x, asked), epk: JSON.stringify(epk) };
}

/** As libraries take it: SEC 1's uncompressed point, or the bytes as they are. */
function pointOf({ kty, x = '', y = '' }: JwkMaterial): Uint8Array | undefined {
  const left = decodeStrict(x);
  const right = decodeStrict(y);
  if (kty === 'OKP') return left;
  return left && right ? joinBytes(Uint8Array.of(4), left, right) : undefined;
}
