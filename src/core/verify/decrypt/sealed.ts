import { type JsonNode, memberOf } from '../../token/json';
import type { Part, PartName, Token } from '../../token/token';
import { isCanonical } from '../canonical';
import { criticalFault } from '../critical';
import { sliceOf, strictMembers } from '../signer';
import { type Content, contents } from './content';
import { type Cannot, cannot } from './decryption';
import { type Management, managements } from './management';

/** An encrypted token as one recipient sees it, taken apart for opening (RFC 7516 section 5.2). */
export interface Sealed {
  alg: string;
  enc: string;
  management: Management;
  content: Content;
  kid?: string;
  zip: boolean;
  /** Protected and unprotected header parameters together. */
  header: JsonNode;
  encryptedKey: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
  tag: Uint8Array<ArrayBuffer>;
  /** What the content's tag also covers: the protected header's characters, and any additional data. */
  additional: Uint8Array<ArrayBuffer>;
}

const bodyParts: readonly PartName[] = ['iv', 'ciphertext', 'tag'];

/** Parameters that count only where they are protected (RFC 7516 sections 4.1.3 and 4.1.13). */
const protectedOnly: ReadonlySet<string> = new Set(['crit', 'zip']);

const empty = new Uint8Array();

/** Decides, for each recipient of an encrypted token, whether it can be opened at all. */
export function readSealed(token: Token): readonly (Sealed | Cannot)[] {
  const body = bodyParts.map((name) => token.parts.find((each) => each.name === name));
  if (!isWhole(token) || body.includes(undefined)) return [cannot('not-encrypted')];
  const broken = token.parts.find((each) => !each.unencoded && !isCanonical(sliceOf(token, each)));
  if (broken) return [cannot('encoding', broken.name)];
  const keys = token.parts.filter(({ name }) => name === 'encrypted-key');
  const indexes = new Set(
    [...keys, ...token.parts].map(({ index }) => index).filter((index) => index !== undefined),
  );
  return indexes.size > 0 ? [...indexes].map((index) => readOne(token, index)) : [readOne(token, undefined)];
}

function readOne(token: Token, recipient: number | undefined): Sealed | Cannot {
  const own = token.parts.filter(({ index }) => index === undefined || index === recipient);
  const bytes = (name: PartName) => own.find((each) => each.name === name)?.bytes ?? empty;
  const asked = readAsked(own);
  if ('state' in asked) return asked;
  const body = { iv: bytes('iv'), ciphertext: bytes('ciphertext'), tag: bytes('tag') };
  const sealed = { ...asked, ...body, encryptedKey: bytes('encrypted-key'), additional: additionalOf(token) };
  return lengthFault(sealed) ?? sealed;
}

type Asked = Pick<Sealed, 'alg' | 'enc' | 'management' | 'content' | 'kid' | 'zip' | 'header'>;

/** What the headers ask for. Names that are not known exactly are refused (RFC 8725 section 3.1). */
function readAsked(parts: readonly Part[]): Asked | Cannot {
  const header = jointHeader(parts);
  if (!header) return cannot('header-broken');
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
  if (critical)
    return critical.code === 'crit-unknown'
      ? cannot(critical.code, ...critical.values)
      : cannot('crit-malformed');
  return { alg, enc, management, content, zip: zip !== undefined, header, ...(kid !== undefined && { kid }) };
}

/** All header parameters, when every header is JSON beyond doubt and no name stands twice. */
function jointHeader(parts: readonly Part[]): JsonNode | undefined {
  const headers = parts.filter(({ name }) => name === 'header' || name === 'unprotected-header');
  const [first] = headers;
  const read = headers.map((each) => ({ each, members: strictMembers(each) }));
  if (!first || read.some(({ members }) => !members)) return undefined;
  const misplaced = read.some(
    ({ each, members = [] }) => each.name !== 'header' && members.some(({ name }) => protectedOnly.has(name)),
  );
  const members = read.flatMap((each) => each.members ?? []);
  if (misplaced || new Set(members.map(({ name }) => name)).size < members.length) return undefined;
  return { type: 'object', span: first.span, members };
}

/** Lengths that RFC 7518 section 5 fixes; a shortened tag is an attack. */
function lengthFault({ content, management, alg, encryptedKey, iv, tag }: Sealed): Cannot | undefined {
  if (iv.length !== content.ivBytes) return cannot('iv-length', `${iv.length}`, `${content.ivBytes}`);
  if (tag.length !== content.tagBytes) return cannot('tag-length', `${tag.length}`, `${content.tagBytes}`);
  if (management.direct && encryptedKey.length > 0) return cannot('encrypted-key-unexpected', alg);
  return !management.direct && encryptedKey.length === 0 ? cannot('encrypted-key-missing', alg) : undefined;
}

/** RFC 7516 section 5.1 step 14. */
function additionalOf(token: Token): Uint8Array<ArrayBuffer> {
  const [header, aad] = (['header', 'additional-data'] as const).map((name) => {
    const part = token.parts.find((each) => each.name === name);
    return part && sliceOf(token, part);
  });
  return new TextEncoder().encode(aad === undefined ? (header ?? '') : `${header ?? ''}.${aad}`);
}

/** Nothing stands before, between or behind the parts. */
function isWhole(token: Token): boolean {
  if (token.form === 'jwe-json') return token.valid;
  return (
    token.form === 'jwe-compact' && token.parts.map((each) => sliceOf(token, each)).join('.') === token.text
  );
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.value : undefined;
}
