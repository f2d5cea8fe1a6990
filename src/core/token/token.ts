import type { JsonNode, Span } from './json';

/** How a token is written: RFC 7515 section 7, RFC 7516 section 7, RFC 9901 section 4. */
export type TokenForm = 'jws-compact' | 'jwe-compact' | 'jws-json' | 'jwe-json' | 'sd-jwt';

/** The named parts of a token, as the RFCs name them. */
export type PartName =
  | 'header'
  | 'payload'
  | 'signature'
  | 'encrypted-key'
  | 'iv'
  | 'ciphertext'
  | 'tag'
  | 'disclosure'
  | 'key-binding'
  | 'unprotected-header'
  | 'additional-data';

/** Something wrong, and where. */
export interface Fault {
  code: string;
  /** The part it stands in; absent when it concerns the token as a whole. */
  part?: PartName;
  /** Character in the token's text (UTF-16 offset, from 0). */
  at: number;
  /** Byte in the decoded part, from 0. */
  byte?: number;
  /** Line and column in the decoded JSON text, from 1. */
  line?: number;
  column?: number;
  /** What a sentence about it needs: the offending character, a count, a name. */
  values?: readonly string[];
}

/** One decoded part. Whatever could be read is there, also when `faults` name the part. */
export interface Part {
  name: PartName;
  /** Where its encoded text stands in the token's text. */
  span: Span;
  bytes: Uint8Array<ArrayBuffer>;
  /** Present when the bytes are UTF-8. */
  text?: string;
  /** Present when the text is JSON. Its spans are offsets in `text`. */
  json?: JsonNode;
  /** What could be read of a text that is not JSON, up to where it stops making sense. Spans are offsets in `text`. */
  fragment?: JsonNode;
  /** True when it stands in the token as it is, without base64url (RFC 7797; unprotected headers). */
  unencoded?: true;
  /** Offsets, from the start of `span`, of characters that carry nothing (white space, padding), ascending. */
  skipped?: readonly number[];
  /** Which signature or recipient of a JSON serialization it belongs to, from 0. */
  index?: number;
}

/** A token: the text, and what it reads as. */
export interface Token {
  text: string;
  form: TokenForm;
  /** True when it is a JOSE token; false when only fragments could be read. */
  valid: boolean;
  parts: readonly Part[];
  faults: readonly Fault[];
}

/** The first part of that name; undefined when the token has none. */
export function partOf(token: Token, name: PartName): Part | undefined {
  return token.parts.find((part) => part.name === name);
}
