import { type Cursor, characterAt, report } from './cursor';

const backslash = 0x5c;
const letterU = 0x75;

/** What the character behind a backslash stands for, by its code. */
const escapes: (string | undefined)[] = [];
for (const [letter, meaning] of Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' })) {
  escapes[letter.charCodeAt(0)] = meaning;
}
for (const itself of '"\\/') escapes[itself.charCodeAt(0)] = itself;

/**
 * Reads the string (RFC 8259 section 7) whose opening quote stands at the cursor, and leaves the cursor behind its
 * closing one. An escape that is none keeps its characters; a string without an end goes up to the end of the text.
 */
export function readString(cursor: Cursor): string {
  const { text, at: start } = cursor;
  const quote = text.charCodeAt(start);
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      cursor.at = at + 1;
      return text.slice(start + 1, at);
    }
    if (code === backslash || code < 0x20) break;
  }
  return readSlowly(cursor, start + 1, at, quote);
}

/** The rest of a string in which an escape or a fault stands at `at`. */
function readSlowly(cursor: Cursor, from: number, at: number, quote: number): string {
  const { text } = cursor;
  let value = '';
  let plainFrom = from;
  cursor.at = at;
  while (cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (code === quote) {
      value += text.slice(plainFrom, cursor.at++);
      return value;
    }
    if (code === backslash) {
      value += text.slice(plainFrom, cursor.at) + readEscape(cursor);
      plainFrom = cursor.at;
      continue;
    }
    if (code < 0x20) report(cursor, 'json-control-character', cursor.at, hexOf(code));
    cursor.at++;
  }
  report(cursor, 'json-unterminated-string', from - 1);
  return value + text.slice(plainFrom);
}

/** Reads the escape whose backslash stands at the cursor, and leaves the cursor behind it. */
function readEscape(cursor: Cursor): string {
  const { text, at } = cursor;
  const letter = text.charCodeAt(at + 1);
  const plain = escapes[letter];
  cursor.at = at + 2;
  if (plain !== undefined) return plain;
  if (letter === letterU) return readUnicodeEscape(cursor, at);
  report(cursor, 'json-escape', at, `\\${characterAt(text, at + 1)}`);
  cursor.at = at + 1;
  return '\\';
}

function readUnicodeEscape(cursor: Cursor, at: number): string {
  const { text } = cursor;
  const unit = unitAt(text, at);
  if (unit === undefined) {
    report(cursor, 'json-escape', at, text.slice(at, at + 6));
    cursor.at = at + 1;
    return '\\';
  }
  cursor.at = at + 6;
  if (!isHigh(unit) && !isLow(unit)) return String.fromCharCode(unit);
  const low = isHigh(unit) ? unitAt(text, cursor.at) : undefined;
  if (low === undefined || !isLow(low)) {
    report(cursor, 'json-lone-surrogate', at, text.slice(at, at + 6));
    return String.fromCharCode(unit);
  }
  cursor.at += 6;
  return String.fromCharCode(unit, low);
}

/** The UTF-16 unit that `\uXXXX` at `at` stands for. */
function unitAt(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== backslash || text[at + 1] !== 'u') return undefined;
  const digits = text.slice(at + 2, at + 6);
  return /^[\da-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function hexOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
