import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf } from '../../../src/core/traffic/change';
import { exchanged } from '../../../src/ui/model/ordered';

const ofAll = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 60, maxLength: 200 });
const changes = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }), {
  maxLength: 8,
});
const ascending = (a: number, b: number) => a - b;

test('a sorted list that some leave and others join is sorted, and says what stayed', () => {
  fc.assert(
    fc.property(ofAll, changes, (first, steps) => {
      let list: readonly number[] = first.toSorted(ascending);
      for (const step of steps) {
        const gone = step.filter((one) => list.includes(one));
        const come = step.filter((one) => !list.includes(one));
        const now = exchanged(list, gone, come, ascending);
        expect(now).toEqual([...list.filter((one) => !gone.includes(one)), ...come].toSorted(ascending));
        const change = changeOf(list, now);
        expect(list).toEqual([
          ...now.slice(0, change.kept),
          ...change.gone,
          ...now.slice(now.length - change.behind),
        ]);
        list = now;
      }
    }),
  );
});

test('a list that nothing happens to stays the same', () => {
  const list = [1, 2, 3];
  expect(exchanged(list, [], [], ascending)).toBe(list);
});
