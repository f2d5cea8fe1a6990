import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { createLogWriter } from '../../src/core/traffic/writer';
import { sent } from '../core/traffic/facts';
import { createMemoryStore } from '../core/traffic/memoryStore';
import { launch } from '../e2e/browsers/launch';
import { issue } from '../e2e/truthServer';
import { readyAfter } from './readyAfter';
import { median, type Row } from './row';

const SIZES = [10, 10_000] as const;
const TOKENS = 1_000;
const ROUNDS = 11;

/** What the session log holds after so many requests. */
async function storedCaptures(count: number): Promise<Record<string, unknown>> {
  const store = createMemoryStore();
  const now = Date.now() - count;
  const tokens = Array.from({ length: Math.min(count, TOKENS) }, (_, n) =>
    issue({ user_id: n, username: `user-${n}`, exp: Math.floor(now / 1_000) + 3_600 }),
  );
  const facts = Array.from({ length: count }, (_, n) => sent(n, now + n, tokens[n % tokens.length]));
  await createLogWriter(store).append(facts);
  return Object.fromEntries(store.items);
}

/** The panel, in the full tab, ready with 10,000 captures against 10: from navigation to the ready mark, in turn. */
export async function panelReady(engine: Engine): Promise<Row> {
  const driver = await launch(engine, { extension: packages[engine] });
  const session = '(globalThis.browser ?? chrome).storage.session';
  try {
    const fill = (items: Record<string, unknown>) =>
      driver.background(
        `${session}.clear().then(() => ${session}.set(${JSON.stringify(items)})).then(() => 1)`,
      );
    const stored = await Promise.all(SIZES.map(storedCaptures));
    const times: [few: number[], many: number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, items] of stored.entries()) {
        await fill(items);
        times[at]?.push(await readyAfter(driver, 'src/full.html'));
      }
    }
    const [few, many] = times.map(median) as [number, number];
    return {
      what: 'Panel ready with 10,000 captures of 1,000 tokens, in the full tab',
      against: 'the same with 10 captures',
      where: driver.version,
      figures: `${many.toFixed(0)} / ${few.toFixed(0)} ms, medians of ${ROUNDS}`,
      ratio: many / few,
      aim: '<= 1.5',
    };
  } finally {
    await driver.close();
  }
}
