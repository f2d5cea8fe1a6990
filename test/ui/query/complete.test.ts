import { expect, test } from 'vitest';
import { completionsAt, type ValuesSeen } from '../../../src/ui/query/complete';

const seen: ValuesSeen = (field, path) => {
  const known: Record<string, [string, number][]> = {
    alg: [
      ['RS256', 1],
      ['HS256', 3],
      ['HS512', 3],
    ],
    who: [['John Doe', 2]],
    'claim.': [
      ['role', 2],
      ['sub', 3],
    ],
    'claim.role': [['admin', 2]],
  };
  return new Map(known[field === 'claim' ? `claim.${path ?? ''}` : field] ?? []);
};

// the query with | at the cursor -> what is proposed first, in the query that results
test.each([
  ['|', 'alg:|'],
  ['sta|', 'status:|'],
  ['exp|', 'expiring |'],
  ['-ref|', '-refused |'],
  ['alg:|', 'alg:HS256 |'],
  ['alg:r|', 'alg:RS256 |'],
  ['who:|', 'who:"John Doe" |'],
  ['claim|', 'claim.|'],
  ['claim.|', 'claim.sub:|'],
  ['claim.r|', 'claim.role:|'],
  ['-claim.role:a|', '-claim.role:admin |'],
  ['is:exp|', 'is:expiring |'],
  ['x al|g:HS y', 'x alg:| y'],
])('%s', (query, expected) => {
  const cursor = query.indexOf('|');
  const text = query.replace('|', '');
  const first = completionsAt(text, cursor, seen)[0];
  if (!first) throw new Error('nothing is proposed');
  const { start, end } = first.span;
  expect(`${text.slice(0, start)}${first.text}|${text.slice(end)}`).toBe(expected);
});

test('values come with how many rows have them, the most frequent first', () => {
  expect(completionsAt('alg:', 4, seen).map(({ text, count }) => [text, count])).toEqual([
    ['alg:HS256 ', 3],
    ['alg:HS512 ', 3],
    ['alg:RS256 ', 1],
  ]);
});
