import type { Exchange } from './exchange';
import { belongsTo, type Page } from './latest';

/** How a list of exchanges became another: what stood between what both begin with and what both end with. */
export interface Change {
  /** How many exchanges both begin with. */
  kept: number;
  gone: readonly Exchange[];
  come: readonly Exchange[];
  /** How many exchanges both end with. */
  behind: number;
}

/** Compares by identity: an exchange of which something new was told is another object. */
export function changeOf(before: readonly Exchange[], now: readonly Exchange[]): Change {
  const shorter = Math.min(before.length, now.length);
  let kept = 0;
  while (kept < shorter && before[kept] === now[kept]) kept++;
  let behind = 0;
  while (behind < shorter - kept && before[before.length - 1 - behind] === now[now.length - 1 - behind])
    behind++;
  return {
    kept,
    gone: before.slice(kept, before.length - behind),
    come: now.slice(kept, now.length - behind),
    behind,
  };
}

/** Picks the exchanges of a page. While the page stays the same, the work depends on what changed alone. */
export type PageFilter = (exchanges: readonly Exchange[], page: Page) => readonly Exchange[];

export function createPageFilter(): PageFilter {
  let last: { exchanges: readonly Exchange[]; page: Page; own: readonly Exchange[] } | undefined;
  return (exchanges, page) => {
    const ofPage = (list: readonly Exchange[]) => list.filter((exchange) => belongsTo(exchange, page));
    const isSamePage = last?.page.tabId === page.tabId && last.page.origin === page.origin;
    const { kept, gone, come, behind } = changeOf((isSamePage && last?.exchanges) || [], exchanges);
    const tail = ofPage(exchanges.slice(exchanges.length - behind));
    const head = last?.own.slice(0, (last?.own.length ?? 0) - ofPage(gone).length - tail.length) ?? [];
    const own = [...(kept > 0 ? head : []), ...ofPage(come), ...tail];
    last = { exchanges, page, own };
    return own;
  };
}

/** Counts the exchanges that a test is true of, with work for what changed alone. */
export function createCount(
  counts: (exchange: Exchange) => boolean,
): (exchanges: readonly Exchange[]) => number {
  let last: readonly Exchange[] = [];
  let sum = 0;
  return (exchanges) => {
    const { gone, come } = changeOf(last, exchanges);
    last = exchanges;
    sum += come.filter(counts).length - gone.filter(counts).length;
    return sum;
  };
}
