import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, createPageFilter } from '../../../src/core/traffic/change';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { belongsTo } from '../../../src/core/traffic/latest';

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

test("a page's exchanges, followed through changes of the list and of the page, are those that belong to it", () => {
  const pages = [{ tabId: 1, origin: 'https://a' }, { tabId: 1, origin: 'https://b' }, { tabId: 2 }];
  fc.assert(
    fc.property(
      lists,
      fc.array(fc.constantFrom(...pages), { maxLength: 4 }),
      ([head, gone, come, tail], visits) => {
        const filter = createPageFilter();
        const states = [head, [...head, ...gone, ...tail], [...head, ...come, ...tail], tail];
        for (const [i, exchanges] of states.entries()) {
          const page = visits[i] ?? pages[0];
          if (page) expect(filter(exchanges, page)).toEqual(exchanges.filter((one) => belongsTo(one, page)));
        }
      },
    ),
  );
});
