import { changeOf } from './change';
import type { Exchange } from './exchange';
import { originOf } from './origin';

/** Follows a page's exchanges and tells the origins that it called; each is listed once. */
export function createCalled(): (exchanges: readonly Exchange[]) => readonly string[] {
  let last: readonly Exchange[] = [];
  let origins = new Set<string>();
  return (exchanges) => {
    const { kept, behind, come } = changeOf(last, exchanges);
    if (kept + behind === 0) origins = new Set();
    last = exchanges;
    for (const { url, type } of come) {
      const origin = type === 'page_storage' ? undefined : originOf(url);
      if (origin) origins.add(origin);
    }
    return [...origins];
  };
}
