import type { Span } from './json';
import type { Part } from './token';

/** The characters of the token's text that carry a span of the part's decoded text. */
export function tokenSpanOf(part: Part, span: Span): Span {
  if (part.unencoded) return { start: part.span.start + span.start, end: part.span.start + span.end };
  const first = Math.floor((byteOffset(part, span.start) * 4) / 3);
  const behind = Math.ceil((byteOffset(part, span.end) * 4) / 3);
  const start = part.span.start + withSkipped(part, first);
  return { start, end: behind > first ? part.span.start + withSkipped(part, behind - 1) + 1 : start };
}

/** The inverse: the span of the part's decoded text of which these characters of the token carry at least one bit. */
export function partSpanOf(part: Part, span: Span): Span {
  const start = Math.max(0, span.start - part.span.start);
  const end = Math.max(start, Math.min(span.end, part.span.end) - part.span.start);
  if (part.unencoded) return { start, end };
  const fromByte = Math.floor((withoutSkipped(part, start) * 3) / 4);
  const toByte = Math.min(part.bytes.length, Math.ceil((withoutSkipped(part, end) * 3) / 4));
  return { start: characterOffset(part, fromByte), end: characterOffset(part, toByte, true) };
}

/** Character of the token's text, from its start, that carries the byte at `byte` of the part. */
export function tokenOffsetOf(part: Part, byte: number): number {
  const offset = part.unencoded ? byte : withSkipped(part, Math.floor((byte * 4) / 3));
  return Math.min(part.span.start + offset, part.span.end);
}

/** Offset, in the encoded text, of its `index`th character that carries bits. */
function withSkipped(part: Part, index: number): number {
  let offset = index;
  for (const skipped of part.skipped ?? []) {
    if (skipped > offset) break;
    offset++;
  }
  return offset;
}

/** How many characters that carry bits stand before an offset of the encoded text. */
function withoutSkipped(part: Part, offset: number): number {
  return offset - (part.skipped ?? []).filter((skipped) => skipped < offset).length;
}

/** Offset in the part's bytes of a UTF-16 offset in its text. */
export function byteOffset(part: Part, character: number): number {
  const { text } = part;
  if (text === undefined || text.length === part.bytes.length) return character;
  let bytes = 0;
  for (let at = 0; at < character; at++) bytes += unitBytes(text.charCodeAt(at));
  return bytes;
}

/** Offset in the part's text of a byte; one in the middle of a character goes to its start, or to its end. */
function characterOffset(part: Part, byte: number, toEnd = false): number {
  const { text } = part;
  if (text === undefined || text.length === part.bytes.length) return byte;
  let bytes = 0;
  let at = 0;
  while (at < text.length && bytes < byte) {
    const pair = (text.codePointAt(at) ?? 0) > 0xffff;
    const size = pair ? 4 : unitBytes(text.charCodeAt(at));
    if (bytes + size > byte && !toEnd) break;
    bytes += size;
    at += pair ? 2 : 1;
  }
  return at;
}

/** Bytes of UTF-8 that a UTF-16 unit adds: each half of a surrogate pair adds two of the four. */
function unitBytes(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return 2;
  return 3;
}
