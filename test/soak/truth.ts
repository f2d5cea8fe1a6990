import type { Exchange } from '../../src/core/traffic/exchange';
import type { Received } from '../e2e/truthServer';

/** How often each request reached the server, or stands in the log, by its address and token. */
export type Tally = Map<string, number>;

const count = (tally: Tally, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1);

export function countReceived(tally: Tally, received: readonly Received[]): number {
  const carrying = received.filter(({ authorization }) => authorization !== undefined);
  for (const { url, authorization } of carrying) count(tally, `${url} ${authorization}`);
  return carrying.length;
}

export function tallyOf(exchanges: readonly Exchange[], origin: string): Tally {
  const tally: Tally = new Map();
  for (const { url, captures } of exchanges) {
    for (const { before, token, after } of captures)
      count(tally, `${url.slice(origin.length)} ${before}${token}${after}`);
  }
  return tally;
}

/** How many captures of the log the server knows nothing of, or has seen less often. */
export function tooMany(log: Tally, truth: Tally): number {
  return [...log].reduce((sum, [key, times]) => sum + Math.max(0, times - (truth.get(key) ?? 0)), 0);
}

export const total = (tally: Tally) => [...tally.values()].reduce((sum, times) => sum + times, 0);
