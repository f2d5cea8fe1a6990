import { aeskw, gcm } from '@noble/ciphers/aes.js';
import { decodeStrict } from '../../key/base64';
import { joinBytes } from '../../key/joinBytes';
import type { Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { type JsonNode, memberOf } from '../../token/json';
import { agreedKey } from './agreement';
import { attempt } from './content';
import { type Cannot, cannot } from './decryption';
import type { Management } from './management';
import type { Sealed } from './sealed';

type Bytes = Uint8Array<ArrayBuffer>;

/** Undefined says that the key does not open the encrypted key. */
type Found = Promise<Bytes | undefined | Cannot>;

/** More rounds than anyone needs; a hostile header would only burn time (CVE-2023-50967). */
export const mostRounds = 1_000_000;

const ways: Readonly<Record<Management['how'], (sealed: Sealed, key: Key) => Found>> = {
  direct: async (_sealed, { material }) => (material.type === 'bytes' ? material.bytes : undefined),
  'aes-kw': async (sealed, { material }) =>
    material.type === 'bytes' ? unwrapped(sealed, material.bytes) : undefined,
  'aes-gcm-kw': unwrapGcm,
  'rsa-oaep': unwrapRsa,
  ecdh: agree,
  pbes2: unwrapWithPassword,
};

/** The key of the content, by the way that the header names (RFC 7516 section 5.2 steps 6 to 10). */
export async function contentKeyOf(sealed: Sealed, key: Key): Found {
  const found = await ways[sealed.management.how](sealed, key);
  if (!found || 'state' in found) return found;
  return found.length === sealed.content.keyBytes ? found : undefined;
}

function unwrapped({ encryptedKey }: Sealed, wrapping: Bytes): Bytes | undefined {
  const key = attempt(() => aeskw(wrapping).decrypt(encryptedKey));
  return key && new Uint8Array(key);
}

/** RFC 7518 section 4.7. */
async function unwrapGcm({ header, encryptedKey }: Sealed, { material }: Key): Found {
  const iv = bytesOf(header, 'iv');
  const tag = bytesOf(header, 'tag');
  if (iv?.length !== 12 || tag?.length !== 16) return cannot('wrap-parameters');
  if (material.type !== 'bytes') return undefined;
  const key = attempt(() => gcm(material.bytes, iv).decrypt(joinBytes(encryptedKey, tag)));
  return key && new Uint8Array(key);
}

/** RFC 7518 section 4.3. */
async function unwrapRsa({ encryptedKey, management: { hash = '' } }: Sealed, { material }: Key): Found {
  const jwk = await jwkOf(material);
  if (!jwk) return cannot('key-refused');
  const { secret, kty, n = '', e = '' } = jwk;
  const { subtle } = crypto;
  const algorithm = { name: 'RSA-OAEP', hash };
  const key = await subtle
    .importKey('jwk', { kty, n, e, ...secret }, algorithm, false, ['decrypt'])
    .catch(() => undefined);
  if (!key) return cannot('key-refused');
  return subtle.decrypt(algorithm, key, encryptedKey).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}

async function agree(sealed: Sealed, key: Key): Found {
  const agreed = await agreedKey(sealed, key);
  if ('state' in agreed) return agreed;
  return sealed.management.direct ? agreed : unwrapped(sealed, agreed);
}

/** RFC 7518 section 4.8: the salt is the algorithm's name, a zero byte, and the header's salt. */
async function unwrapWithPassword(sealed: Sealed, { material }: Key): Found {
  const { header, alg, management } = sealed;
  const rounds = memberOf(header, 'p2c');
  const salt = bytesOf(header, 'p2s');
  const count = rounds?.type === 'number' ? rounds.value : 0;
  if (!Number.isInteger(count) || count < 1) return cannot('p2c-malformed');
  if (count > mostRounds) return cannot('p2c-too-high', `${count}`, `${mostRounds}`);
  if (!salt || salt.length < 8) return cannot('p2s-malformed');
  if (material.type !== 'bytes') return undefined;
  const { subtle } = crypto;
  const secret = await subtle.importKey('raw', material.bytes, 'PBKDF2', false, ['deriveBits']);
  const whole = Uint8Array.from([...new TextEncoder().encode(alg), 0, ...salt]);
  const derivation = { name: 'PBKDF2', hash: management.hash ?? '', salt: whole, iterations: count };
  return unwrapped(
    sealed,
    new Uint8Array(await subtle.deriveBits(derivation, secret, 8 * (management.wrapBytes ?? 0))),
  );
}

function bytesOf(header: JsonNode, name: string): Bytes | undefined {
  const node = memberOf(header, name);
  return node?.type === 'string' ? decodeStrict(node.value) : undefined;
}
