import { joinBytes } from '../key/joinBytes';
import { encodeBase64url } from '../token/base64url';
import type { JsonNode } from '../token/json';
import { memberOf } from '../token/json';
import type { Part, PartName, Token } from '../token/token';
import { type Algorithm, algorithmsNamed } from './algorithms';
import { criticalFault } from './critical';
import type { Unchecked } from './outcome';

/** What is to be checked: the bytes that were signed, the signature, and which key the header asks for. */
export interface Signed {
  alg: string;
  rows: readonly Algorithm[];
  kid?: string;
  input: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  /** True when the payload part is empty, so that it may travel elsewhere (RFC 7515 appendix F). */
  payloadIsEmpty: boolean;
}

/** A payload that travels apart from its token, in bytes. */
export interface Detached {
  payload: Uint8Array;
}

/** Decides whether a token's signature can be checked at all, before any key is looked at. */
export function readSigned(token: Token, detached?: Detached): Signed | Unchecked {
  if (token.form === 'jwe-compact' || token.form === 'jwe-json') return unchecked('encrypted');
  if (token.form !== 'jws-compact') return unchecked('form-unsupported', token.form);
  const [header, payload, signature] = (['header', 'payload', 'signature'] as const).map((name) =>
    part(token, name),
  );
  if (!header || !payload || !signature || !isWhole(token, header, payload, signature))
    return unchecked('not-a-token');
  const json = strictHeader(header);
  if (!json) return unchecked('header-broken');
  const alg = memberOf(json, 'alg');
  const known = knownAlgorithm(alg);
  if ('state' in known) return known;
  const critical = criticalFault(json);
  if (critical) return critical;
  return assemble(token, { header, payload, signature, json }, known, detached);
}

interface Pieces {
  header: Part;
  payload: Part;
  signature: Part;
  json: JsonNode;
}

function assemble(
  token: Token,
  { header, payload, signature, json }: Pieces,
  { alg, rows }: { alg: string; rows: readonly Algorithm[] },
  detached: Detached | undefined,
): Signed | Unchecked {
  const encoded = !isFalse(memberOf(json, 'b64'));
  const broken = [header, signature, ...(encoded ? [payload] : [])].find((each) => !isCanonical(token, each));
  if (broken) return unchecked('encoding', broken.name);
  const payloadIsEmpty = payload.span.start === payload.span.end;
  if (payloadIsEmpty && !encoded && !detached) return unchecked('payload-detached');
  const kid = memberOf(json, 'kid');
  return {
    alg,
    rows,
    ...(kid?.type === 'string' && { kid: kid.value }),
    input: signingInput(token, header, payload, encoded, detached),
    signature: new Uint8Array(signature.bytes),
    payloadIsEmpty: payloadIsEmpty && !detached,
  };
}

/** RFC 7515 section 5.2 step 8, RFC 7797 section 3: the characters as they stand, never encoded anew. */
function signingInput(
  token: Token,
  header: Part,
  payload: Part,
  encoded: boolean,
  detached: Detached | undefined,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  if (!detached) return encoder.encode(token.text.slice(header.span.start, payload.span.end));
  const start = encoder.encode(`${sliceOf(token, header)}.`);
  const rest = encoded ? encoder.encode(encodeBase64url(detached.payload)) : detached.payload;
  return joinBytes(start, rest);
}

/** RFC 8725 section 3.1: only an algorithm that we know, by its exact name. */
function knownAlgorithm(alg: JsonNode | undefined): { alg: string; rows: readonly Algorithm[] } | Unchecked {
  if (!alg) return unchecked('alg-missing');
  if (alg.type !== 'string') return unchecked('alg-malformed');
  if (alg.value.toLowerCase() === 'none') return unchecked('alg-none');
  const rows = algorithmsNamed(alg.value);
  return rows.length > 0 ? { alg: alg.value, rows } : unchecked('alg-unsupported', alg.value);
}

/** The header, when it is JSON beyond doubt: two readers agree, and no name stands twice (RFC 7515 section 4). */
function strictHeader(header: Part): JsonNode | undefined {
  if (header.json?.type !== 'object' || header.text === undefined) return undefined;
  if (header.json.members.some(({ duplicate }) => duplicate)) return undefined;
  try {
    JSON.parse(header.text);
  } catch {
    return undefined;
  }
  return header.json;
}

/** Three parts and two dots are all there is: nothing before, between or behind them. */
function isWhole(token: Token, header: Part, payload: Part, signature: Part): boolean {
  return token.text === [header, payload, signature].map((each) => sliceOf(token, each)).join('.');
}

/** The part's text is the one encoding of its bytes: no padding, no spare bits, nothing foreign (RFC 7515 section 2). */
function isCanonical(token: Token, each: Part): boolean {
  return encodeBase64url(each.bytes) === sliceOf(token, each);
}

function sliceOf(token: Token, { span }: Part): string {
  return token.text.slice(span.start, span.end);
}

function part(token: Token, name: PartName): Part | undefined {
  return token.parts.find((each) => each.name === name);
}

function isFalse(node: JsonNode | undefined): boolean {
  return node?.type === 'boolean' && !node.value;
}

function unchecked(code: Unchecked['code'], ...values: readonly string[]): Unchecked {
  return { state: 'unchecked', code, values };
}
