import type { Engine } from '../../demo/findBrowser';
import type { FeedSet } from './blindness';
import { until } from './browsers/until';
import { createView, passage, type Sent, tokensIn } from './matrix';
import type { Stage } from './stage';

/** What the log tells, each as a list. */
interface Told {
  /** Of each way, its carriers. */
  carriers: readonly string[];
  /** Of each token, where it passed, as the server can say it too. */
  passages: readonly string[];
  /** Of each exchange, the feeds that told of it. */
  feeds: readonly string[];
}

/** Has a page go every way at once; gives what the log tells of it, and what it should tell after the server's truth. */
export async function sendAll(
  on: Stage,
  sent: readonly Sent[],
  engine: Engine,
  feeds: FeedSet,
): Promise<{ told: Told; expected: Told }> {
  const all = createView(sent, engine, feeds);
  const passed: string[] = [];
  on.server.onPassed = (place, text) => {
    for (const token of tokensIn(text)) if (all.mustTell(place, token)) passed.push(passage(place, token));
  };
  const read = async (view = all) => {
    const exchanges = await on.exchanges();
    const { told, expected } = view.feeds(exchanges);
    return {
      told: { carriers: view.carriers(exchanges), passages: view.passages(exchanges), feeds: told },
      expected: { carriers: view.expectedCarriers, passages: passed.toSorted(), feeds: expected },
    };
  };
  // Where something is missing for good, the caller's comparison says what.
  const whole = (view = all) =>
    until('the log to tell of everything', async () => {
      const { told, expected } = await read(view);
      return JSON.stringify(told) === JSON.stringify(expected);
    }).catch(() => {});
  const isLast = ({ by }: Sent) => by === 'navigation';
  const first = sent.filter((one) => !isLast(one));
  await on.driver.tab.run(perform(first));
  // A page that is left takes along what DevTools have not read yet.
  await whole(createView(first, engine, feeds));
  await on.driver.tab.run(`void ${perform(sent.filter(isLast))}`);
  await whole();
  on.server.onPassed = undefined;
  return read();
}

const perform = (parts: readonly Sent[]) =>
  `performAll(${JSON.stringify(parts.map(({ by, steps }) => [by, steps]))})`;
