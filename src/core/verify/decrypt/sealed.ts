import { encodeBase64url } from '../../token/base64url';
import { type JsonNode, memberOf } from '../../token/json';
import type { Part, PartName, Token } from '../../token/token';
import { criticalFault } from '../critical';
import { type Content, contents } from './content';
import { type Cannot, cannot } from './decryption';
import { type Management, managements } from './management';

/** An encrypted token, taken apart for opening (RFC 7516 section 5.2). */
export interface Sealed {
  alg: string;
  enc: string;
  management: Management;
  content: Content;
  kid?: string;
  zip: boolean;
  header: JsonNode;
  encryptedKey: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
  tag: Uint8Array<ArrayBuffer>;
  /** The header's characters, which the content's tag also covers. */
  additional: Uint8Array<ArrayBuffer>;
}

const parts: readonly PartName[] = ['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'];

/** Decides whether an encrypted token can be opened at all, before any key is looked at. */
export function readSealed(token: Token): Sealed | Cannot {
  if (token.form !== 'jwe-compact') return cannot('not-encrypted');
  const found = parts.map((name) => token.parts.find((each) => each.name === name));
  const [header, encryptedKey, iv, ciphertext, tag] = found;
  if (!header || !encryptedKey || !iv || !ciphertext || !tag) return cannot('not-encrypted');
  const sliceOf = ({ span }: Part) => token.text.slice(span.start, span.end);
  const whole = [header, encryptedKey, iv, ciphertext, tag];
  if (whole.map(sliceOf).join('.') !== token.text) return cannot('not-encrypted');
  const broken = whole.find((each) => encodeBase64url(each.bytes) !== sliceOf(each));
  if (broken) return cannot('encoding', broken.name);
  const asked = readAsked(header);
  if ('state' in asked) return asked;
  const additional = new TextEncoder().encode(sliceOf(header));
  const bytes = {
    encryptedKey: encryptedKey.bytes,
    iv: iv.bytes,
    ciphertext: ciphertext.bytes,
    tag: tag.bytes,
  };
  const fault = lengthFault(asked, bytes);
  return fault ?? { ...asked, ...bytes, additional };
}

type Asked = Pick<Sealed, 'alg' | 'enc' | 'management' | 'content' | 'kid' | 'zip' | 'header'>;

/** What the header asks for. Names that are not known exactly are refused (RFC 8725 section 3.1). */
function readAsked({ json: header, text = '' }: Part): Asked | Cannot {
  if (header?.type !== 'object' || header.members.some(({ duplicate }) => duplicate) || !isJson(text)) {
    return cannot('header-broken');
  }
  const [alg, enc, kid] = ['alg', 'enc', 'kid'].map((name) => textOf(memberOf(header, name)));
  const zip = memberOf(header, 'zip');
  if (alg === undefined) return cannot('alg-missing');
  if (alg === 'RSA1_5') return cannot('rsa1-5');
  const management = managements[alg];
  const content = contents[enc ?? ''];
  if (!management) return cannot('alg-unsupported', alg);
  if (!content || enc === undefined) return cannot('enc-unsupported', enc ?? '');
  if (zip && textOf(zip) !== 'DEF') return cannot('zip-unsupported', textOf(zip) ?? zip.type);
  const critical = criticalFault(header);
  if (critical?.code === 'crit-unknown') return cannot('crit-unknown', ...critical.values);
  if (critical) return cannot('crit-malformed');
  return { alg, enc, management, content, zip: zip !== undefined, header, ...(kid !== undefined && { kid }) };
}

type Bytes = Pick<Sealed, 'encryptedKey' | 'iv' | 'tag'>;

/** Lengths that RFC 7518 section 5 fixes; a shortened tag is an attack. */
function lengthFault(
  { content, management, alg }: Asked,
  { encryptedKey, iv, tag }: Bytes,
): Cannot | undefined {
  if (iv.length !== content.ivBytes) return cannot('iv-length', `${iv.length}`, `${content.ivBytes}`);
  if (tag.length !== content.tagBytes) return cannot('tag-length', `${tag.length}`, `${content.tagBytes}`);
  if (management.direct && encryptedKey.length > 0) return cannot('encrypted-key-unexpected', alg);
  return !management.direct && encryptedKey.length === 0 ? cannot('encrypted-key-missing', alg) : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.value : undefined;
}
