import { cbc, gcm } from '@noble/ciphers/aes.js';
import { joinBytes } from '../../key/joinBytes';

/** One way of encrypting content (RFC 7518 section 5.1). */
export interface Content {
  keyBytes: number;
  ivBytes: number;
  tagBytes: number;
  /** Gives the plaintext, or undefined when the tag does not fit. */
  open(sealed: SealedContent): Promise<Uint8Array | undefined>;
}

/** `key` has `keyBytes`. */
export interface SealedContent {
  key: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
  tag: Uint8Array<ArrayBuffer>;
  additional: Uint8Array<ArrayBuffer>;
}

/** AES is the library's throughout, because Chromium's WebCrypto has no 192-bit keys. */
export const contents: Readonly<Record<string, Content>> = {
  A128GCM: { keyBytes: 16, ivBytes: 12, tagBytes: 16, open: openGcm },
  A192GCM: { keyBytes: 24, ivBytes: 12, tagBytes: 16, open: openGcm },
  A256GCM: { keyBytes: 32, ivBytes: 12, tagBytes: 16, open: openGcm },
  'A128CBC-HS256': { keyBytes: 32, ivBytes: 16, tagBytes: 16, open: (sealed) => openCbc(sealed, 'SHA-256') },
  'A192CBC-HS384': { keyBytes: 48, ivBytes: 16, tagBytes: 24, open: (sealed) => openCbc(sealed, 'SHA-384') },
  'A256CBC-HS512': { keyBytes: 64, ivBytes: 16, tagBytes: 32, open: (sealed) => openCbc(sealed, 'SHA-512') },
};

async function openGcm({
  key,
  iv,
  ciphertext,
  tag,
  additional,
}: SealedContent): Promise<Uint8Array | undefined> {
  return attempt(() => gcm(key, iv, additional).decrypt(joinBytes(ciphertext, tag)));
}

/** RFC 7518 section 5.2.2.2: the first half of the key is for the MAC, and the MAC is looked at first. */
async function openCbc(
  { key, iv, ciphertext, tag, additional }: SealedContent,
  hash: string,
): Promise<Uint8Array | undefined> {
  const half = key.length / 2;
  const mac = await crypto.subtle.importKey('raw', key.slice(0, half), { name: 'HMAC', hash }, false, [
    'sign',
  ]);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(8 * additional.length));
  const input = joinBytes(additional, iv, ciphertext, length);
  const expected = new Uint8Array(await crypto.subtle.sign('HMAC', mac, input)).subarray(0, half);
  if (!expected.every((byte, at) => byte === tag[at])) return undefined;
  return attempt(() => cbc(key.slice(half), iv).decrypt(ciphertext));
}

/** The library throws where something does not fit; here that is an answer. */
export function attempt(open: () => Uint8Array): Uint8Array | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
