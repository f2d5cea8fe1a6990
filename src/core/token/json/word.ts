import { type Cursor, report } from './cursor';
import type { JsonNode, Span } from './nodes';

/** Words that other languages print, and what they meant. */
const foreignWords = new Map<string, (span: Span) => JsonNode>([
  ['True', (span) => ({ type: 'boolean', span, value: true })],
  ['False', (span) => ({ type: 'boolean', span, value: false })],
  ['None', (span) => ({ type: 'null', span })],
  ['nil', (span) => ({ type: 'null', span })],
  ['undefined', (span) => ({ type: 'null', span })],
  ['NaN', (span) => ({ type: 'number', span, value: Number.NaN })],
  ['Infinity', (span) => ({ type: 'number', span, value: Number.POSITIVE_INFINITY })],
  ['-Infinity', (span) => ({ type: 'number', span, value: Number.NEGATIVE_INFINITY })],
]);

/** Reads the word at the cursor and leaves the cursor behind it; undefined, and the cursor stays, where it means nothing. */
export function readWord(cursor: Cursor): JsonNode | undefined {
  const { text, at: start } = cursor;
  if (text.startsWith('true', start)) return { type: 'boolean', span: over(cursor, 4), value: true };
  if (text.startsWith('false', start)) return { type: 'boolean', span: over(cursor, 5), value: false };
  if (text.startsWith('null', start)) return { type: 'null', span: over(cursor, 4) };
  const word = wordAt(text, start);
  const meaning = foreignWords.get(word);
  if (!meaning) return undefined;
  report(cursor, 'json-word', start, word);
  return meaning(over(cursor, word.length));
}

function over(cursor: Cursor, length: number): Span {
  const start = cursor.at;
  cursor.at += length;
  return { start, end: cursor.at };
}

const word = /-?[\p{L}_$][\p{L}\p{N}_$]{0,99}/uy;

/** The word, with its sign, that begins at `at`; empty where none does. */
export function wordAt(text: string, at: number): string {
  word.lastIndex = at;
  return word.exec(text)?.[0] ?? '';
}
