import { type Cursor, report } from './cursor';

const minus = 0x2d;
const plus = 0x2b;
const zero = 0x30;
const point = 0x2e;

/** True for a character a number, or a faulty one such as `+1` or `.5`, can begin with. */
export function beginsNumber(code: number): boolean {
  return (code >= zero && code <= 0x39) || code === minus || code === plus || code === point;
}

/**
 * Reads the number (RFC 8259 section 6) at the cursor and leaves the cursor behind it. What a number may not look like
 * (`01`, `1.`, `0x1F`, `1_000`) is a fault; the value is then JavaScript's idea of it.
 */
export function readNumber(cursor: Cursor): number {
  const { text, at: start } = cursor;
  const end = endOfNumber(text, start);
  if (end > start && !isNumberLike(text.charCodeAt(end))) {
    cursor.at = end;
    return Number(text.slice(start, end));
  }
  let last = Math.max(end, start + 1);
  while (isNumberLike(text.charCodeAt(last))) last++;
  const written = text.slice(start, last);
  report(cursor, 'json-number', start, written.slice(0, 40));
  cursor.at = last;
  return Number(written);
}

/** Offset behind the number that begins at `start`, or `start` where there is none. */
function endOfNumber(text: string, start: number): number {
  let at = text.charCodeAt(start) === minus ? start + 1 : start;
  const afterInteger = text.charCodeAt(at) === zero ? at + 1 : endOfDigits(text, at);
  if (afterInteger === at) return start;
  at = afterInteger;
  if (text.charCodeAt(at) === point) {
    const afterFraction = endOfDigits(text, at + 1);
    if (afterFraction === at + 1) return start;
    at = afterFraction;
  }
  return isExponentLetter(text.charCodeAt(at)) ? endOfExponent(text, at, start) : at;
}

function endOfExponent(text: string, at: number, start: number): number {
  const sign = text.charCodeAt(at + 1);
  const from = sign === plus || sign === minus ? at + 2 : at + 1;
  const end = endOfDigits(text, from);
  return end === from ? start : end;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= zero && code <= 0x39; code = text.charCodeAt(at)) at++;
  return at;
}

function isExponentLetter(code: number): boolean {
  return code === 0x65 || code === 0x45;
}

function isNumberLike(code: number): boolean {
  const letter = code | 0x20;
  return beginsNumber(code) || (letter >= 0x61 && letter <= 0x7a) || code === 0x5f;
}
