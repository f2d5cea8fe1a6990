import { expect, test } from 'vitest';
import { readToken } from '../../src/core/token/read';
import { partOf } from '../../src/core/token/token';
import { rawPieces } from '../../src/ui/token/rawPieces';
import { signHs256 } from '../preview/signing';

const token = readToken(await signHs256('{"user_id":123,"exp":1795326830}', 'secret'));

test('the pieces are the token, each part named and the dots of none', () => {
  const pieces = rawPieces(token, undefined, token.text.length);
  expect(pieces.map(({ text }) => text).join('')).toBe(token.text);
  expect(pieces.map(({ part }) => part)).toEqual(['header', undefined, 'payload', undefined, 'signature']);
});

test('what is pointed at is marked, and the mark holds its bytes', () => {
  const payload = partOf(token, 'payload');
  const at = payload?.text?.indexOf('"exp"') ?? 0;
  const span = { start: at, end: at + '"exp":1795326830'.length };
  const pieces = rawPieces(token, { part: 'payload', span }, token.text.length);
  const marked = pieces.filter((piece) => piece.marked);
  expect(marked).toHaveLength(1);
  expect(pieces.map(({ text }) => text).join('')).toBe(token.text);
  const before = token.text.slice(payload?.span.start, marked[0]?.at);
  expect(before.length).toBe(Math.floor((at * 4) / 3));
});

test('a long token is cut where it is asked to be', () => {
  const pieces = rawPieces(token, undefined, 10);
  expect(pieces.map(({ text }) => text).join('')).toBe(token.text.slice(0, 10));
});
