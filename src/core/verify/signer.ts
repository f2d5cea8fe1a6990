import type { JsonMember, JsonNode } from '../token/json';
import type { Part, PartName, Token } from '../token/token';
import { type Unchecked, unchecked } from './outcome';

/** One signature of a token, with what was signed. Only a JSON serialization has several. */
export interface Signer {
  /** Absent where nothing is protected (RFC 7515 section 7.2.2). */
  header?: Part;
  payload: Part;
  signature: Part;
  /** Protected and unprotected header parameters together: the JOSE header. */
  joint: JsonNode;
}

/** Parameters that count only where they are protected (RFC 7515 section 4.1.11, RFC 7797 section 3). */
const protectedOnly: ReadonlySet<string> = new Set(['crit', 'b64']);

/** The payload of a JSON serialization that leaves it out, because it travels apart (RFC 7515 appendix F). */
const elsewhere: Part = { name: 'payload', span: { start: 0, end: 0 }, bytes: new Uint8Array() };

/** The signatures of a signed token; or why it is none. */
export function signersOf(token: Token): readonly Signer[] | Unchecked {
  if (token.form === 'jwe-compact' || token.form === 'jwe-json') return unchecked('encrypted');
  const payload = partOf(token, 'payload') ?? (token.form === 'jws-json' ? elsewhere : undefined);
  if (!payload || !isWhole(token)) return unchecked('not-a-token');
  const signers: Signer[] = [];
  for (const signature of token.parts.filter(({ name }) => name === 'signature')) {
    const signer = signerOf(token, payload, signature);
    if ('state' in signer) return signer;
    signers.push(signer);
  }
  return signers.length > 0 ? signers : unchecked('not-a-token');
}

function signerOf(token: Token, payload: Part, signature: Part): Signer | Unchecked {
  const header = partOf(token, 'header', signature.index);
  const unprotected = partOf(token, 'unprotected-header', signature.index);
  const own = header ? strictMembers(header) : [];
  const shared = unprotected ? strictMembers(unprotected) : [];
  if (!own || !shared || (!header && !unprotected)) return unchecked('header-broken');
  const members = [...own, ...shared];
  const names = new Set(members.map(({ name }) => name));
  if (names.size < members.length) return unchecked('header-broken');
  if (shared.some(({ name }) => protectedOnly.has(name))) return unchecked('crit-malformed');
  const joint: JsonNode = { type: 'object', span: (header ?? signature).span, members };
  return { payload, signature, joint, ...(header && { header }) };
}

/** A header's members, when it is JSON beyond doubt: two readers agree, and no name stands twice. */
export function strictMembers({ json, text = '' }: Part): JsonMember[] | undefined {
  if (json?.type !== 'object' || json.members.some(({ duplicate }) => duplicate)) return undefined;
  try {
    JSON.parse(text);
    return json.members;
  } catch {
    return undefined;
  }
}

/** Nothing stands before, between or behind the parts of a compact token; an SD-JWT's first piece is one. */
function isWhole(token: Token): boolean {
  if (token.form === 'jws-json') return token.valid;
  const compact = token.form === 'sd-jwt' ? token.text.slice(0, token.text.indexOf('~')) : token.text;
  const names: readonly PartName[] = ['header', 'payload', 'signature'];
  const pieces = names.map((name) => partOf(token, name));
  return compact === pieces.map((piece) => (piece ? sliceOf(token, piece) : '')).join('.');
}

/** A part's characters as they stand in the token. */
export function sliceOf(token: Token, { span }: Part): string {
  return token.text.slice(span.start, span.end);
}

function partOf(token: Token, name: PartName, index?: number): Part | undefined {
  return token.parts.find((each) => each.name === name && each.index === index);
}
