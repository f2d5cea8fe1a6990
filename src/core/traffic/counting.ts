import { changeOf } from './change';
import type { Exchange } from './exchange';

/** Counts those of a list that a test is true of, with work for what changed alone. */
export function createCount<One = Exchange>(counts: (one: One) => boolean): (list: readonly One[]) => number {
  let last: readonly One[] = [];
  let sum = 0;
  return (list) => {
    const { gone, come } = changeOf(last, list);
    last = list;
    sum += come.filter(counts).length - gone.filter(counts).length;
    return sum;
  };
}
