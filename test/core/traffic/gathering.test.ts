import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered } from '../../../src/core/traffic/gathering';

/** A promise that is settled from outside. */
function gate() {
  let open = () => {};
  let fail = () => {};
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { passed, open: () => open(), fail: () => fail() };
}

/** Everything that waits for nothing but what has happened is done after this. */
const settle = () => new Promise<void>((done) => setImmediate(done));

function staged() {
  const batches: { batch: readonly number[]; done: ReturnType<typeof gate> }[] = [];
  const rests: ReturnType<typeof gate>[] = [];
  const add = gathered<number>(
    (batch) => {
      const done = gate();
      batches.push({ batch, done });
      return done.passed;
    },
    () => {
      const rest = gate();
      rests.push(rest);
      return rest.passed;
    },
  );
  return { add, batches, rests, taken: () => batches.map(({ batch }) => batch) };
}

test('the first goes at once, in the task in which it comes', () => {
  const { add, taken } = staged();
  add([1, 2]);
  expect(taken()).toEqual([[1, 2]]);
});

test('what comes meanwhile goes as one batch, after a rest in which more may come', async () => {
  const { add, batches, rests, taken } = staged();
  add([1]);
  add([2]);
  batches[0]?.done.open();
  await settle();
  add([3]);
  expect(taken()).toEqual([[1]]);
  rests[0]?.open();
  await settle();
  expect(taken()).toEqual([[1], [2, 3]]);
});

test('where nothing came meanwhile there is no rest, and the next goes at once again', async () => {
  const { add, batches, rests, taken } = staged();
  add([1]);
  batches[0]?.done.open();
  await settle();
  add([2]);
  expect(taken()).toEqual([[1], [2]]);
  expect(rests).toEqual([]);
});

test('a batch that fails holds up nobody', async () => {
  const { add, batches, rests, taken } = staged();
  add([1]);
  add([2]);
  batches[0]?.done.fail();
  await settle();
  rests[0]?.open();
  await settle();
  expect(taken()).toEqual([[1], [2]]);
});

test('whatever comes when, all of it goes on in its order, exactly once and never two batches at a time', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(steps, async (pauses) => {
      const got: number[] = [];
      let underWay = 0;
      const after = async (turns: number) => {
        for (let turn = 0; turn < turns; turn++) await undefined;
      };
      const add = gathered<number>(
        async (batch) => {
          expect(++underWay).toBe(1);
          await after(batch.length % 4);
          got.push(...batch);
          underWay--;
        },
        () => after(5),
      );
      for (const [n, pause] of pauses.entries()) {
        add([n]);
        await after(pause);
      }
      await settle();
      expect(got).toEqual([...pauses.keys()]);
    }),
  );
});
