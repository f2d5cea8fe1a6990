import { decodeStrict } from '../../key/base64';
import type { Key } from '../../key/key';
import { encodeBase64url } from '../../token/base64url';
import { type JsonNode, memberOf, readJson } from '../../token/json';
import { type Content, contents } from '../../verify/decrypt/content';
import { mostRounds } from '../../verify/decrypt/contentKey';
import { type Management, managements } from '../../verify/decrypt/management';
import { setMember } from '../edit/members';
import { randomBytes } from '../random';
import { deflate } from './deflate';
import { type Encryption, type NotEncrypted, notEncrypted } from './encryption';
import { recipientFault } from './recipients';
import { seals } from './seal';
import { type Asked, type Conveyed, convey } from './wrapping';

export type { Encryption } from './encryption';

export interface ToEncrypt {
  /** JSON. It stays as written; what the encryption has to say (epk, iv, tag, p2s, p2c) is added or replaced. */
  header: string;
  /** Any text: claims, or a signed token where the header says `"cty":"JWT"` (RFC 7519 section 5.2). */
  plaintext: string;
  key?: Key | undefined;
}

const encoder = new TextEncoder();

/** Makes a compact JWE (RFC 7516 section 5.1) that only the owner of the key can open. */
export async function encryptCompact({ header, plaintext, key }: ToEncrypt): Promise<Encryption> {
  if (/\p{Surrogate}/u.test(header + plaintext)) return notEncrypted('lone-surrogate');
  const way = readWay(header);
  if ('state' in way) return way;
  if (!key) return notEncrypted('no-key', way.alg);
  const fault = recipientFault(key, way);
  if (fault) return fault;
  const hints = hintsIn(way.root);
  if ((hints.rounds ?? 0) > mostRounds)
    return notEncrypted('p2c-too-high', `${hints.rounds}`, `${mostRounds}`);
  const conveyed = await convey({ ...way, key, ...hints });
  if (!conveyed) return notEncrypted('key-refused', way.alg);
  const text = headerWith(header, conveyed.members);
  const bytes = encoder.encode(plaintext);
  const token = await assemble(text, conveyed, way, way.zip ? await deflate(bytes) : bytes);
  return token === undefined
    ? notEncrypted('key-refused', way.alg)
    : { state: 'encrypted', token, header: text, alg: way.alg, enc: way.enc, key };
}

interface Way {
  root: JsonNode;
  alg: string;
  enc: string;
  zip: boolean;
  management: Management;
  content: Content;
}

/** What the header asks for. */
function readWay(header: string): Way | NotEncrypted {
  const { root, valid, faults } = readJson(header);
  const [fault] = faults;
  if (!root || !valid) return notEncrypted('header-json', `${fault?.line ?? 1}`, `${fault?.column ?? 1}`);
  if (root.type !== 'object') return notEncrypted('header-not-object');
  const [alg, enc, zip] = ['alg', 'enc', 'zip'].map((name) => textIn(root, name));
  if (alg === undefined) return notEncrypted('alg-missing');
  const management = managements[alg];
  if (!management) return notEncrypted('alg-unsupported', alg);
  if (enc === undefined) return notEncrypted('enc-missing');
  const content = contents[enc];
  if (!content) return notEncrypted('enc-unsupported', enc);
  if (memberOf(root, 'zip') && zip !== 'DEF') return notEncrypted('zip-unsupported', zip ?? '');
  return { root, alg, enc, zip: zip === 'DEF', management, content };
}

function hintsIn(root: JsonNode): Pick<Asked, 'apu' | 'apv' | 'rounds'> {
  const [apu, apv] = ['apu', 'apv'].map((name) => decodeStrict(textIn(root, name) ?? ''));
  const p2c = memberOf(root, 'p2c');
  const rounds =
    p2c?.type === 'number' && Number.isInteger(p2c.value) && p2c.value > 0 ? p2c.value : undefined;
  const nothing = new Uint8Array();
  return { apu: apu ?? nothing, apv: apv ?? nothing, ...(rounds !== undefined && { rounds }) };
}

function headerWith(header: string, members: Conveyed['members']): string {
  let text = header;
  for (const [name, value] of Object.entries(members)) {
    const edited = setMember(text, name, value);
    if (edited.ok) text = edited.text;
  }
  return text;
}

/** RFC 7516 section 5.1 steps 9 to 19. */
async function assemble(
  header: string,
  { contentKey, encryptedKey }: Conveyed,
  { enc, content }: Way,
  plaintext: Uint8Array,
): Promise<string | undefined> {
  const first = encodeBase64url(encoder.encode(header));
  const iv = randomBytes(content.ivBytes);
  const sealed = await seals[enc]?.({ key: contentKey, iv, plaintext, additional: encoder.encode(first) });
  if (!sealed) return undefined;
  const rest = [encryptedKey, iv, sealed.ciphertext, sealed.tag].map(encodeBase64url);
  return [first, ...rest].join('.');
}

function textIn(root: JsonNode, name: string): string | undefined {
  const node = memberOf(root, name);
  return node?.type === 'string' ? node.value : undefined;
}
