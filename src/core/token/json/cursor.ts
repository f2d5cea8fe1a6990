import type { JsonFaultCode } from './faults';

/** A broken text can have as many faults as characters; the first ones tell enough. */
const maxFaults = 100;

export interface RawFault {
  code: JsonFaultCode;
  at: number;
  values?: readonly string[];
}

/** Where a reader stands in its text, and what it found wrong so far. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Of the first 100. */
  readonly faults: RawFault[];
}

export function report(cursor: Cursor, code: JsonFaultCode, at: number, value?: string): void {
  if (cursor.faults.length >= maxFaults) return;
  cursor.faults.push(value === undefined ? { code, at } : { code, at, values: [value] });
}

const slash = 0x2f;
const star = 0x2a;

/** Steps over white space (RFC 8259 section 2) and over comments, which are a fault. */
export function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) cursor.at++;
    else if (code !== slash || !skipComment(cursor)) return;
  }
}

function skipComment(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const second = text.charCodeAt(at + 1);
  if (second !== slash && second !== star) return false;
  report(cursor, 'json-comment', at);
  const end = second === slash ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 1;
  cursor.at = end > at ? end + 1 : text.length;
  return true;
}

/** The character at `at`, whole even when it takes two UTF-16 units. */
export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
