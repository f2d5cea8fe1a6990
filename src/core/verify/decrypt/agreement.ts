import { decodeStrict } from '../../key/base64';
import { readJwk } from '../../key/jwk';
import type { JwkMaterial, Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { type JsonNode, memberOf } from '../../token/json';
import { concatKdf } from './concatKdf';
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
  if (!shared) return cannot('key-refused');
  const [apu, apv] = [partyInfo(sealed.header, 'apu'), partyInfo(sealed.header, 'apv')];
  return concatKdf(shared, { ...sealed, apu, apv });
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

/** What one party says of itself (RFC 7518 sections 4.6.1.2 and 4.6.1.3); empty where the header says nothing. */
function partyInfo(header: JsonNode, name: 'apu' | 'apv'): Uint8Array {
  const node = memberOf(header, name);
  return (node?.type === 'string' && decodeStrict(node.value)) || new Uint8Array();
}
