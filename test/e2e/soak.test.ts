import { expect, test } from 'vitest';
import { median } from '../bench/row';
import { type SoakFigures, soak } from '../soak/soaking';

const MINUTES = 2;
const plan = { minutes: MINUTES, rate: 5_000, burst: 250 };

/** Both browsers at once, so that it takes no longer than one. */
test('in two minutes of 5,000 requests each, the background killed all the time, nothing is lost and memory stays flat', {
  timeout: 400_000,
}, async () => {
  const figures = await Promise.all([soak('chromium', plan), soak('firefox', plan)]);
  for (const each of figures) {
    expect(each.tooMany, each.browser).toBe(0);
    expect(each.logged + each.dropped, each.browser).toBe(each.requests);
    expect(each.kills, each.browser).toBeGreaterThan(5);
    expect(growth(each), each.browser).toBeLessThan(1.5);
  }
});

/** How the memory of the browser in the last third compares with that in the third before. */
function growth({ samples }: SoakFigures): number {
  const memory = samples.flatMap((sample) => sample.memory ?? []);
  if (memory.length === 0) return 1;
  const third = Math.ceil(memory.length / 3);
  return median(memory.slice(-third)) / median(memory.slice(third, 2 * third));
}
