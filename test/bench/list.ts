import type { Engine } from '../../demo/findBrowser';
import type { deeds, ListTimes } from './listPage';
import { panelReady } from './panelReady';
import type { Row } from './row';
import { measuredIn } from './servePage';

const said: Record<(typeof deeds)[number], string> = {
  append: 'one more token, from the facts to the painted frame',
  filter: 'another filter, until what is seen of it is painted',
  scroll: 'scrolled by some rows, a frame',
  key: 'an arrow key, a frame',
};

/** What 100,000 rows cost in the panel's list against 100, and its start with many captures against few. */
export async function listSpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<ListTimes>(engine, 'test/bench/listPage.tsx');
  const rows = results.flatMap((times) =>
    Object.entries(said).map(([deed, what]): Row => {
      const [few = 0, many = 0] = times[deed as keyof ListTimes];
      return {
        what: `A list of 100,000 tokens: ${what}`,
        against: 'the same with 100 tokens',
        where,
        figures: `${many.toFixed(1)} / ${few.toFixed(1)} ms`,
        ratio: many / few,
        aim: '<= 1.5',
      };
    }),
  );
  return [...rows, await panelReady(engine)];
}
