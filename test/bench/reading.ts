import type { Engine } from '../../demo/findBrowser';
import type { Row } from './row';
import { measuredIn } from './servePage';

interface Result {
  what: string;
  against: string;
  aim: string;
  /** Milliseconds for one token or text. */
  own: number;
  other: number;
}

/** What reading and finding tokens takes, against the platform alone and the libraries that others use. */
export async function readingSpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<Result>(engine, 'test/bench/readingPage.ts');
  return results.map(({ what, against, aim, own, other }) => ({
    what,
    against,
    where,
    figures: `${inMicroseconds(own)} / ${inMicroseconds(other)} µs`,
    ratio: other / own,
    aim,
  }));
}

const inMicroseconds = (ms: number) => (ms * 1_000).toFixed(ms < 0.01 ? 1 : 0);
