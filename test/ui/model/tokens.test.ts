import { expect, test } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import { matching } from '../../../src/ui/model/filter';
import { tokenRows } from '../../../src/ui/model/tokens';
import { whereText } from '../../../src/ui/model/where';
import { createSay } from '../../../src/ui/say';
import { exchangeWith } from '../../preview/surroundings';

const summaryOf = (text: string) => ({ valid: true, who: `who of ${text}`, alg: 'HS256', timeNotes: [] });

test('there is one row per token, the one seen first last, with its latest request and their number', () => {
  const first = exchangeWith('a');
  const again = exchangeWith('a', { status: 401 });
  const rows = tokenRows([first, exchangeWith('b'), again], summaryOf);
  expect(rows.map(({ text, requests }) => [text, requests])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(rows[1]?.exchange).toBe(again);
});

test('a request that carries a token twice is one request', () => {
  const twice = exchangeWith('a');
  const rows = tokenRows([{ ...twice, captures: [...twice.captures, ...twice.captures] }], summaryOf);
  expect(rows[0]?.requests).toBe(1);
});

test('a summary is read once per token', () => {
  const read: string[] = [];
  const remember = (text: string) => {
    read.push(text);
    return summaryOf(text);
  };
  tokenRows([exchangeWith('a'), exchangeWith('a'), exchangeWith('b')], remember);
  expect(read).toEqual(['a', 'b']);
});

test('an opaque token is a row that nobody reads; a request without any is none', () => {
  const opaque = exchangeWith('opaque-0123456789', {
    captures: [
      {
        carrier: { place: 'response-body', name: '$.refresh_token' },
        before: '',
        token: 'opaque-0123456789',
        after: '',
        opaque: 'refresh_token',
      },
    ],
  });
  const never = () => {
    throw new Error('an opaque token was read');
  };
  const rows = tokenRows([opaque, exchangeWith('none', { captures: [], status: 401 })], never);
  expect(rows).toMatchObject([{ summary: { valid: false }, capture: { opaque: 'refresh_token' } }]);
});

const say = createSay(messages);

test('where a token travelled is told as it was sent', () => {
  const where = (before: string) =>
    exchangeWith('a', { before }).captures.map((capture) => whereText(capture, say))[0];
  expect(where('Bearer ')).toBe('Authorization: Bearer');
  expect(where('')).toBe('Authorization');
  expect(where('  dpop  ')).toBe('Authorization: dpop');
});

test('the filter keeps the rows that hold every word, whatever its case', () => {
  const rows = tokenRows(
    [exchangeWith('a'), exchangeWith('b', { url: 'https://api.acme.test/Orders' })],
    summaryOf,
  );
  const kept = (query: string) => matching(rows, query).map(({ text }) => text);
  expect(kept('')).toEqual(['b', 'a']);
  expect(kept('  orders ACME ')).toEqual(['b']);
  expect(kept('protected')).toEqual(['a']);
  expect(kept('hs256 nothing')).toEqual([]);
});
