import type { Engine } from '../../demo/findBrowser';
import type { Row } from './row';
import { measuredIn } from './servePage';

interface Result {
  alg: string;
  /** Milliseconds per token: one that was checked before, one that is new, and the bare verification. */
  known: number;
  fresh: number;
  bare: number;
}

/** Our verification, key choice and all, against crypto.subtle.verify alone with a cached key. */
export async function verifySpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<Result>(engine, 'test/bench/verifyPage.ts');
  const rowOf = (what: string, own: number, bare: number, aim: string): Row => ({
    what,
    against: 'bare crypto.subtle.verify, cached key',
    where,
    figures: `${(own * 1000).toFixed(0)} / ${(bare * 1000).toFixed(0)} µs`,
    ratio: bare / own,
    aim,
  });
  return results.flatMap(({ alg, known, fresh, bare }) => [
    rowOf(`Verify ${alg}, a token checked before`, known, bare, '>= 0.75 (speed)'),
    rowOf(`Verify ${alg}, a new token`, fresh, bare, 'none (speed)'),
  ]);
}
