import { decodeBase64url } from './base64url';
import { type JsonNode, memberOf, readJson, type Span } from './json';
import { decodeUtf8 } from './utf8';

/** What tells a header from any other JSON in base64url. */
export interface JoseHeader {
  /** Empty where it is no text. */
  alg: string;
  /** Its content is encrypted, so five parts are expected. */
  encrypted: boolean;
}

/**
 * The header whose base64url stands at `span`, if it is one: a JSON object with `alg`, or with a `typ` that says JWT
 * (RFC 7515 section 4.1.1, RFC 7519 section 5.1).
 */
export function joseHeaderAt(text: string, span: Span): JoseHeader | undefined {
  const decoded = decodeUtf8(decodeBase64url(text.slice(span.start, span.end)).bytes);
  if ('fault' in decoded) return undefined;
  const { root, valid } = readJson(decoded.text);
  if (!valid) return undefined;
  if (!root || !isJoseHeader(root)) return undefined;
  const alg = memberOf(root, 'alg');
  return { alg: alg?.type === 'string' ? alg.value : '', encrypted: memberOf(root, 'enc') !== undefined };
}

/** True for an object that has `alg`, or a `typ` that says JWT. */
export function isJoseHeader(node: JsonNode): boolean {
  const typ = memberOf(node, 'typ');
  return memberOf(node, 'alg') !== undefined || (typ?.type === 'string' && /jwt$/i.test(typ.value));
}

/** True when a whole text has the shape of a compact token, header included. */
export function looksCompact(text: string): boolean {
  if (!/^[\w-]{10,}={0,2}(?:\.[\w-]*={0,2}){2}(?:(?:\.[\w-]*={0,2}){2})?(?:~[\w.~-]*)?$/.test(text))
    return false;
  return joseHeaderAt(text, { start: 0, end: text.indexOf('.') }) !== undefined;
}
