import { decodeStrict } from '../../key/base64';
import { readJwk } from '../../key/jwk';
import type { JwkMaterial, Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { memberOf } from '../../token/json';
import { type Cannot, cannot } from './decryption';
import type { Sealed } from './sealed';

type Bytes = Uint8Array<ArrayBuffer>;

/** ECDH-ES (RFC 7518 section 4.6): the key that both sides work out. */
export async function agreedKey(sealed: Sealed, key: Key): Promise<Bytes | Cannot> {
  const node = memberOf(sealed.header, 'epk');
  const epk = node ? readJwk(node, 'jwk', 'carried') : undefined;
  const theirs = epk?.ok && epk.value.material.type === 'jwk' ? epk.value.material.jwk : undefined;
  const ours = await jwkOf(key.material);
  if (!theirs) return cannot('epk-malformed');
  if (!ours?.secret?.d) return cannot('key-refused');
  if (theirs.crv !== ours.crv) return cannot('wrong-curve', theirs.crv ?? '', ours.crv ?? '');
  const shared = await sharedSecret(ours, theirs).catch(() => undefined);
  return shared ? derive(shared, sealed) : cannot('key-refused');
}

async function sharedSecret(ours: JwkMaterial, theirs: JwkMaterial): Promise<Bytes | undefined> {
  if (ours.kty === 'EC') return nistSecret(ours, theirs);
  const curve = montgomery[ours.crv ?? ''];
  const secret = decodeStrict(ours.secret?.d ?? '');
  const point = decodeStrict(theirs.x ?? '');
  return curve && secret && point
    ? new Uint8Array((await curve()).getSharedSecret(secret, point))
    : undefined;
}

/** RFC 8037 section 3.2. WebCrypto has X25519 but not X448, so that a library does both. */
const montgomery: Readonly<
  Record<string, () => Promise<{ getSharedSecret(a: Uint8Array, b: Uint8Array): Uint8Array }>>
> = {
  X25519: async () => (await import('@noble/curves/ed25519.js')).x25519,
  X448: async () => (await import('@noble/curves/ed448.js')).x448,
};

async function nistSecret(ours: JwkMaterial, theirs: JwkMaterial): Promise<Bytes> {
  const { subtle } = crypto;
  const { kty, crv = '', x = '', y = '', secret } = ours;
  const algorithm = { name: 'ECDH', namedCurve: crv };
  const own = await subtle.importKey('jwk', { kty, crv, x, y, ...secret }, algorithm, false, ['deriveBits']);
  const point = { kty, crv, x: theirs.x ?? '', y: theirs.y ?? '' };
  const other = await subtle.importKey('jwk', point, algorithm, false, []);
  const bits = 8 * Math.ceil(Number(crv.slice(2)) / 8);
  return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: other }, own, bits));
}

/** The Concat KDF (RFC 7518 section 4.6.2, NIST SP 800-56A section 5.8.1). */
async function derive(shared: Bytes, { header, alg, enc, management, content }: Sealed): Promise<Bytes> {
  const length = management.direct ? content.keyBytes : (management.wrapBytes ?? 0);
  const name = new TextEncoder().encode(management.direct ? enc : alg);
  const party = (member: string) => {
    const node = memberOf(header, member);
    return withLength((node?.type === 'string' && decodeStrict(node.value)) || new Uint8Array());
  };
  const info = [...withLength(name), ...party('apu'), ...party('apv'), ...number(8 * length)];
  const derived: number[] = [];
  for (let round = 1; derived.length < length; round++) {
    const input = Uint8Array.from([...number(round), ...shared, ...info]);
    derived.push(...new Uint8Array(await crypto.subtle.digest('SHA-256', input)));
  }
  return Uint8Array.from(derived.slice(0, length));
}

function withLength(bytes: Uint8Array): readonly number[] {
  return [...number(bytes.length), ...bytes];
}

function number(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
