import fc from 'fast-check';
import { expect, test } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import type { Exchange } from '../../../src/core/traffic/exchange';
import type { Summarize } from '../../../src/ui/model/summaries';
import { createRows, type TokenRow } from '../../../src/ui/model/tokens';
import { whereText } from '../../../src/ui/model/where';
import { createSay } from '../../../src/ui/say';
import { exchangeWith } from '../../preview/surroundings';

const tokenRows = (exchanges: readonly Exchange[], summarize: Summarize) =>
  createRows().follow(exchanges, summarize);
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

/** A list that grows, loses its oldest, and has exchanges told anew, as steps from one state to the next. */
const steps = fc.array(
  fc.record({
    at: fc.nat({ max: 30 }),
    tokens: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
    deed: fc.constantFrom('add', 'answer', 'drop'),
  }),
  { maxLength: 30 },
);

test('rows that follow a list are the rows of the list, and what is not touched stays the same object', () => {
  fc.assert(
    fc.property(steps, (told) => {
      const following = createRows();
      let list: Exchange[] = [];
      let before: readonly TokenRow[] = [];
      for (const { at, tokens, deed } of told) {
        const captures = tokens.flatMap((token) => exchangeWith(token).captures);
        const one = { ...exchangeWith('x'), captures, startedMs: at };
        const place = list.findLastIndex(({ startedMs }) => startedMs <= at);
        const known = list[place];
        if (deed === 'add') list = list.toSpliced(place + 1, 0, one);
        else if (deed === 'drop') list = list.slice(1);
        else if (known) list = list.with(place, { ...known, status: 200 });
        const now = following.follow(list, summaryOf);
        expect(new Map(now.map(({ text, carrying }) => [text, carrying]))).toEqual(
          new Map(tokenRows(list, summaryOf).map(({ text, carrying }) => [text, carrying])),
        );
        const starts = now.map(({ carrying: [first] }) => first?.startedMs ?? 0);
        expect(starts).toEqual(starts.toSorted((one, other) => other - one));
        for (const row of now) {
          const same = before.find(({ text }) => text === row.text);
          const isTouched = row.carrying.some((each, i) => same?.carrying[i] !== each);
          if (same && !isTouched && same.requests === row.requests) expect(row).toBe(same);
        }
        before = now;
      }
    }),
  );
});

const say = createSay(messages);

test('where a token travelled is told as it was sent', () => {
  const where = (before: string) =>
    exchangeWith('a', { before }).captures.map((capture) => whereText(capture, say))[0];
  expect(where('Bearer ')).toBe('Authorization: Bearer');
  expect(where('')).toBe('Authorization');
  expect(where('  dpop  ')).toBe('Authorization: dpop');
});
