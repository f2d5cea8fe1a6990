import type { Exchange } from './exchange';

/** How a list of exchanges became another: what stood between what both begin with and what both end with. */
export interface Change {
  /** How many exchanges both begin with. */
  kept: number;
  gone: readonly Exchange[];
  come: readonly Exchange[];
  /** How many exchanges both end with. */
  behind: number;
}

/** What is known of how a list came about, so that all who follow it need not find out for themselves. */
const origins = new WeakMap<readonly Exchange[], { before: readonly Exchange[]; change: Change }>();

/** Tells of a list which list it was before, how many exchanges both begin with, and how many both end with. */
export function noteChange(
  before: readonly Exchange[],
  now: readonly Exchange[],
  kept: number,
  behind: number,
): Change {
  const change: Change = {
    kept,
    gone: before.slice(kept, before.length - behind),
    come: now.slice(kept, now.length - behind),
    behind,
  };
  origins.set(now, { before, change });
  return change;
}

/** Compares by identity: an exchange of which something new was told is another object. */
export function changeOf(before: readonly Exchange[], now: readonly Exchange[]): Change {
  const known = origins.get(now);
  if (known?.before === before) return known.change;
  const shorter = Math.min(before.length, now.length);
  let kept = 0;
  while (kept < shorter && before[kept] === now[kept]) kept++;
  let behind = 0;
  while (behind < shorter - kept && before[before.length - 1 - behind] === now[now.length - 1 - behind])
    behind++;
  return noteChange(before, now, kept, behind);
}

/** Picks exchanges. While the test stays the same, the work depends on what changed alone. */
export type Picker = (exchanges: readonly Exchange[], test: Test) => readonly Exchange[];
type Test = (exchange: Exchange) => boolean;

const none = { exchanges: [], picked: [] };

export function createPicker(): Picker {
  let last: { exchanges: readonly Exchange[]; test: Test; picked: readonly Exchange[] } | undefined;
  return (exchanges, test) => {
    const before = last?.test === test ? last : none;
    const { gone, come, behind } = changeOf(before.exchanges, exchanges);
    const tail = exchanges.slice(exchanges.length - behind).filter(test);
    const kept = before.picked.length - gone.filter(test).length - tail.length;
    const picked = before.picked.slice(0, kept).concat(come.filter(test), tail);
    noteChange(before.picked, picked, kept, tail.length);
    last = { exchanges, test, picked };
    return picked;
  };
}

/** Counts the exchanges that a test is true of, with work for what changed alone. */
export function createCount(counts: Test): (exchanges: readonly Exchange[]) => number {
  let last: readonly Exchange[] = [];
  let sum = 0;
  return (exchanges) => {
    const { gone, come } = changeOf(last, exchanges);
    last = exchanges;
    sum += come.filter(counts).length - gone.filter(counts).length;
    return sum;
  };
}
