import type { Engine } from '../../demo/findBrowser';
import type { Row } from './row';
import { measuredIn } from './servePage';

interface Result {
  alg: string;
  /** Milliseconds per token: one that was read before, its bare text, the bare verification, and jose. */
  known: number;
  whole: number;
  bare: number;
  jose: number;
}

const micros = (own: number, other: number) =>
  `${(own * 1000).toFixed(own < 0.02 ? 1 : 0)} / ${(other * 1000).toFixed(own < 0.02 ? 1 : 0)} µs`;

/** Our verification, key choice and all, against crypto.subtle.verify alone with a cached key, and against jose. */
export async function verifySpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<Result>(engine, 'test/bench/verifyPage.ts');
  const rowOf = (what: string, against: string, own: number, other: number, aim: string): Row => ({
    what,
    against,
    where,
    figures: micros(own, other),
    ratio: other / own,
    aim,
  });
  const bareName = 'bare crypto.subtle.verify, cached key';
  return results.flatMap(({ alg, known, whole, bare, jose }) => [
    rowOf(`Verify ${alg}, a token read before`, bareName, known, bare, '>= 0.75 (speed)'),
    rowOf(`Verify ${alg}, from the token's text`, bareName, whole, bare, 'none (speed)'),
    rowOf(`Verify ${alg}, from the token's text`, 'jose.jwtVerify', whole, jose, '>= 1 (speed)'),
  ]);
}

interface ManyResult {
  needed: number;
  ours: number;
  bare: number;
}

/** 1,000 captured tokens against 10 keys as a window checks them, against the bare verifications that this takes. */
export async function verifyManySpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<ManyResult>(engine, 'test/bench/verifyManyPage.ts');
  return results.map(({ needed, ours, bare }) => ({
    what: '1,000 captured tokens against 10 keys, to the last verdict',
    against: `the ${needed} bare verifications needed, one after the other`,
    where,
    figures: `${ours.toFixed(0)} / ${bare.toFixed(0)} ms`,
    ratio: bare / ours,
    aim: 'none (speed)',
  }));
}
