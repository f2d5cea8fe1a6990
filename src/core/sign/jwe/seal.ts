import { cbc, gcm } from '@noble/ciphers/aes.js';
import { joinBytes } from '../../key/joinBytes';

type Bytes = Uint8Array<ArrayBuffer>;

export interface ToSeal {
  /** Of the length that the content encryption asks for. */
  key: Bytes;
  iv: Bytes;
  plaintext: Uint8Array;
  /** What the tag covers too. */
  additional: Bytes;
}

export interface SealedParts {
  ciphertext: Uint8Array;
  tag: Uint8Array;
}

/** How content is sealed (RFC 7518 section 5), by the name of the encryption. AES is the library's, as for opening. */
export const seals: Readonly<Record<string, (given: ToSeal) => Promise<SealedParts>>> = {
  A128GCM: sealGcm,
  A192GCM: sealGcm,
  A256GCM: sealGcm,
  'A128CBC-HS256': (given) => sealCbc(given, 'SHA-256'),
  'A192CBC-HS384': (given) => sealCbc(given, 'SHA-384'),
  'A256CBC-HS512': (given) => sealCbc(given, 'SHA-512'),
};

const gcmTagBytes = 16;

async function sealGcm({ key, iv, plaintext, additional }: ToSeal): Promise<SealedParts> {
  const sealed = gcm(key, iv, additional).encrypt(plaintext);
  return { ciphertext: sealed.slice(0, -gcmTagBytes), tag: sealed.slice(-gcmTagBytes) };
}

/** RFC 7518 section 5.2.2.1: the first half of the key is for the MAC. */
async function sealCbc({ key, iv, plaintext, additional }: ToSeal, hash: string): Promise<SealedParts> {
  const half = key.length / 2;
  const ciphertext = cbc(key.slice(half), iv).encrypt(plaintext);
  const mac = await crypto.subtle.importKey('raw', key.slice(0, half), { name: 'HMAC', hash }, false, [
    'sign',
  ]);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(8 * additional.length));
  const input = joinBytes(additional, iv, ciphertext, length);
  return { ciphertext, tag: new Uint8Array(await crypto.subtle.sign('HMAC', mac, input)).subarray(0, half) };
}
