import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, createPicker } from '../../../src/core/traffic/change';
import { createCount } from '../../../src/core/traffic/counting';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { belongsTo } from '../../../src/core/traffic/page';

const anyExchange = fc
  .record({ tabId: fc.constantFrom(-1, 1, 2), initiator: fc.constantFrom('https://a', 'https://b') })
  .map((given) => ({ ...given }) as Exchange);
const lists = fc.tuple(
  fc.array(anyExchange),
  fc.array(anyExchange),
  fc.array(anyExchange),
  fc.array(anyExchange),
);

test('a change says what went and what came between what stayed', () => {
  fc.assert(
    fc.property(lists, ([head, gone, come, tail]) => {
      const [before, now] = [
        [...head, ...gone, ...tail],
        [...head, ...come, ...tail],
      ];
      const change = changeOf(before, now);
      const rebuilt = [
        ...before.slice(0, change.kept),
        ...change.come,
        ...before.slice(before.length - change.behind),
      ];
      expect(rebuilt).toEqual(now);
      expect(change.gone.length).toBeLessThanOrEqual(gone.length);
      expect(change.kept + change.gone.length + change.behind).toBe(before.length);
    }),
  );
});

test('what is picked, followed through changes of the list and of the test, is what passes the test', () => {
  const pages = [{ tabId: 1, origin: 'https://a' }, { tabId: 1, origin: 'https://b' }, { tabId: 2 }];
  const tests = pages.map((page) => (one: Exchange) => belongsTo(one, page));
  fc.assert(
    fc.property(lists, fc.array(fc.constantFrom(...tests), { maxLength: 4 }), (pieces, given) => {
      const [head, gone, come, tail] = pieces;
      const pick = createPicker();
      const states = [head, [...head, ...gone, ...tail], [...head, ...come, ...tail], tail];
      for (const [i, exchanges] of states.entries()) {
        const test = given[i] ?? tests[0];
        if (test) expect(pick(exchanges, test)).toEqual(exchanges.filter(test));
      }
    }),
  );
});

test('a count that follows a list is the count of the list', () => {
  fc.assert(
    fc.property(lists, ([head, gone, come, tail]) => {
      const isFirst = (one: Exchange) => one.tabId === 1;
      const count = createCount(isFirst);
      for (const list of [[...head, ...gone, ...tail], [...head, ...come, ...tail], head])
        expect(count(list)).toBe(list.filter(isFirst).length);
    }),
  );
});
