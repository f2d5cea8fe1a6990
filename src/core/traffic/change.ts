import type { Exchange } from './exchange';

/** How a list became another: what stood between what both begin with and what both end with. */
export interface Change<One = Exchange> {
  /** How many both begin with. */
  kept: number;
  gone: readonly One[];
  come: readonly One[];
  /** How many both end with. */
  behind: number;
}

/** What is known of how a list came about, so that all who follow it need not find out for themselves. */
const origins = new WeakMap<readonly unknown[], { before: readonly unknown[]; change: Change<unknown> }>();

/** Tells of a list which list it was before, how many both begin with, and how many both end with. */
export function noteChange<One>(
  before: readonly One[],
  now: readonly One[],
  kept: number,
  behind: number,
): Change<One> {
  const change: Change<One> = {
    kept,
    gone: before.slice(kept, before.length - behind),
    come: now.slice(kept, now.length - behind),
    behind,
  };
  origins.set(now, { before, change });
  // Each list would keep the one before it, and so all there ever were.
  origins.delete(before);
  return change;
}

/** Compares by identity: one of which something new was told is another object. */
export function changeOf<One>(before: readonly One[], now: readonly One[]): Change<One> {
  if (before === now) return { kept: now.length, gone: [], come: [], behind: 0 };
  const known = origins.get(now);
  if (known?.before === before) return known.change as Change<One>;
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
