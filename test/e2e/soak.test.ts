import { expect, test } from 'vitest';
import { middleOf, type SoakFigures, type SoakPlan } from '../soak/figures';
import type { Memory } from '../soak/memory';
import { soak } from '../soak/soaking';

const plan: SoakPlan = { minutes: 2, rate: 5_000, burst: { least: 250, most: 1_000 } };

/** Both browsers at once, so that it takes no longer than one. */
test('in two minutes of 5,000 requests each, the background killed all the time, nothing is lost and memory stays flat', {
  timeout: 400_000,
}, async () => {
  const figures = await Promise.all([soak('chromium', plan), soak('firefox', plan)]);
  for (const each of figures) {
    expect(each.cutShort, each.browser).toBeUndefined();
    expect(each.tooMany, each.browser).toBe(0);
    expect(each.logged + each.dropped, each.browser).toBe(each.requests);
    expect(each.kills, each.browser).toBeGreaterThan(5);
    for (const process of ['browser', 'extension'] as const)
      expect(growth(each, process), `${each.browser}, ${process}`).toBeLessThan(1.25);
  }
});

/** How the memory in the last third compares with that in the third before. */
function growth({ samples }: SoakFigures, process: keyof Memory): number {
  const third = Math.ceil(samples.length / 3);
  const middle = (from: number, to?: number) =>
    middleOf(samples.slice(from, to), ({ memory }) => memory?.[process]) ?? 1;
  return middle(-third) / middle(third, 2 * third);
}
