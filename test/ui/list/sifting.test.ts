import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { areLasting, createSifting } from '../../../src/ui/list/sifting';
import { createRows, type TokenRow } from '../../../src/ui/model/tokens';
import { parseQuery } from '../../../src/ui/query/parse';
import { exchangeWith } from '../../preview/surroundings';

const summaryOf = (text: string) => ({ valid: true, who: text, timeNotes: [] });
const fits = ({ text }: TokenRow) => text.endsWith('7');
const long = Array.from({ length: 5_000 }, (_, n) => exchangeWith(`token ${n}`, { startedMs: n }));

test('followed through changes of a long list, what is picked in the end is what fits', () => {
  const step = fc.record({
    at: fc.nat({ max: 4_999 }),
    deed: fc.constantFrom('add', 'answer', 'drop', 'go on'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const rows = createRows();
      const sifting = createSifting(fits);
      let list: readonly Exchange[] = long;
      const now = () => rows.follow(list, summaryOf);
      sifting.follow(now());
      for (const [nth, { at, deed }] of steps.entries()) {
        const one = list[at];
        if (deed === 'add') list = [...list, exchangeWith(`new ${nth}7`, { startedMs: 5_000 + nth })];
        if (deed === 'drop') list = list.toSpliced(at, 1);
        if (deed === 'answer' && one) list = list.with(at, { ...one, status: 401 });
        if (deed === 'go on') sifting.goOn();
        const picked = sifting.follow(now());
        expect(picked).toEqual(now().filter((row) => picked.includes(row)));
      }
      while (sifting.goOn()) sifting.follow(now());
      expect(sifting.follow(now())).toEqual(now().filter(fits));
    }),
    { numRuns: 15 },
  );
});

test('what is seen first comes first, and a row that was looked at is not looked at again', () => {
  let looks = 0;
  const rows = createRows();
  const sifting = createSifting((row) => {
    looks += 1;
    return fits(row);
  });
  const first = sifting.follow(rows.follow(long, summaryOf));
  expect(first[0]?.text).toBe('token 4997');
  while (sifting.goOn());
  expect(looks).toBe(long.length);
  sifting.follow(rows.follow([...long, exchangeWith('new 7', { startedMs: 9_000 })], summaryOf));
  expect(looks).toBe(long.length + 1);
});

test.each([
  ['alg:HS256 status:401', true],
  ['is:refused', true],
  ['is:expired', false],
  ['-is:wrong anna', false],
])('%s: whether a row fits it for good is %s', (query, expected) => {
  expect(areLasting(parseQuery(query).terms)).toBe(expected);
});
