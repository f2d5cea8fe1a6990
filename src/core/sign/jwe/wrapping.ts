import { aeskw, gcm } from '@noble/ciphers/aes.js';
import type { Key } from '../../key/key';
import { jwkOf } from '../../key/publicHalf';
import { encodeBase64url } from '../../token/base64url';
import type { Content } from '../../verify/decrypt/content';
import type { Management } from '../../verify/decrypt/management';
import { randomBytes } from '../random';
import { agree } from './agree';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a way of conveying the content key is given. */
export interface Asked {
  alg: string;
  enc: string;
  management: Management;
  content: Content;
  key: Key;
  /** The header's own agreement party information (RFC 7518 section 4.6.1), decoded. */
  apu: Uint8Array;
  apv: Uint8Array;
  /** The header's own count of rounds for a password, where it names one. */
  rounds?: number;
}

/** The content key, what is sent of it, and what the header has to say. Members are JSON texts by name. */
export interface Conveyed {
  contentKey: Bytes;
  encryptedKey: Uint8Array;
  members: Readonly<Record<string, string>>;
}

const none = new Uint8Array();

/** As many rounds as jose takes without being told to; a header that asks for more gets more. */
const usualRounds = 10_000;

const ways: Readonly<Record<Management['how'], (asked: Asked) => Promise<Conveyed | undefined>>> = {
  direct: async ({ key }) => direct(secretOf(key)),
  'aes-kw': async (asked) => wrapped(asked, secretOf(asked.key)),
  'aes-gcm-kw': wrapWithGcm,
  'rsa-oaep': wrapWithRsa,
  ecdh: wrapAgreed,
  pbes2: wrapWithPassword,
};

/** Makes or agrees on a content key in the way that `alg` names (RFC 7516 section 5.1 steps 1 to 6). */
export async function convey(asked: Asked): Promise<Conveyed | undefined> {
  try {
    return await ways[asked.management.how](asked);
  } catch {
    return undefined;
  }
}

function secretOf({ material }: Key): Bytes {
  return material.type === 'bytes' ? material.bytes : new Uint8Array();
}

function direct(contentKey: Bytes): Conveyed {
  return { contentKey, encryptedKey: none, members: {} };
}

/** RFC 7518 section 4.4. */
function wrapped({ content }: Asked, wrapping: Bytes, members: Conveyed['members'] = {}): Conveyed {
  const contentKey = randomBytes(content.keyBytes);
  return { contentKey, encryptedKey: aeskw(wrapping).encrypt(contentKey), members };
}

/** RFC 7518 section 4.7. */
async function wrapWithGcm({ content, key }: Asked): Promise<Conveyed> {
  const contentKey = randomBytes(content.keyBytes);
  const iv = randomBytes(12);
  const sealed = gcm(secretOf(key), iv).encrypt(contentKey);
  const members = { iv: quoted(iv), tag: quoted(sealed.slice(-16)) };
  return { contentKey, encryptedKey: sealed.slice(0, -16), members };
}

/** RFC 7518 section 4.3. */
async function wrapWithRsa({ content, key, management }: Asked): Promise<Conveyed | undefined> {
  const jwk = await jwkOf(key.material);
  if (!jwk) return undefined;
  const algorithm = { name: 'RSA-OAEP', hash: management.hash ?? '' };
  const { kty, n = '', e = '' } = jwk;
  const publicKey = await crypto.subtle.importKey('jwk', { kty, n, e }, algorithm, false, ['encrypt']);
  const contentKey = randomBytes(content.keyBytes);
  const encryptedKey = new Uint8Array(await crypto.subtle.encrypt(algorithm, publicKey, contentKey));
  return { contentKey, encryptedKey, members: {} };
}

/** RFC 7518 section 4.6. */
async function wrapAgreed(asked: Asked): Promise<Conveyed | undefined> {
  const agreed = await agree(asked);
  if (!agreed) return undefined;
  const members = { epk: agreed.epk };
  return asked.management.direct
    ? { ...direct(agreed.bytes), members }
    : wrapped(asked, agreed.bytes, members);
}

/** RFC 7518 section 4.8. */
async function wrapWithPassword(asked: Asked): Promise<Conveyed> {
  const { alg, key, management, rounds = usualRounds } = asked;
  const { subtle } = crypto;
  const salt = randomBytes(16);
  const whole = Uint8Array.from([...new TextEncoder().encode(alg), 0, ...salt]);
  const password = await subtle.importKey('raw', secretOf(key), 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: management.hash ?? '', salt: whole, iterations: rounds };
  const bits = await subtle.deriveBits(derivation, password, 8 * (management.wrapBytes ?? 0));
  return wrapped(asked, new Uint8Array(bits), { p2s: quoted(salt), p2c: String(rounds) });
}

function quoted(bytes: Uint8Array): string {
  return JSON.stringify(encodeBase64url(bytes));
}
