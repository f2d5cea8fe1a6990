import type { Fact } from './fact';
import { originOf } from './origin';

/** The page that a window or badge speaks of. */
export interface Page {
  tabId: number;
  /** Absent where the browser does not tell. */
  origin?: string | undefined;
}

/** Whether something that was sent belongs to a page; a page's service worker has no tab, only the page's origin. */
export function belongsTo(sent: { tabId: number; initiator?: string | undefined }, page: Page): boolean {
  return (
    sent.tabId === page.tabId ||
    (sent.tabId === -1 && sent.initiator !== undefined && sent.initiator === page.origin)
  );
}

/** The token that was sent last to each origin in each carrier: the ones in use, not those that were refreshed since. */
export interface Latest {
  add(facts: readonly Fact[]): void;
  of(page: Page): string[];
  tabs(): number[];
}

export function createLatest(): Latest {
  const lineages = new Map<
    string,
    { tabId: number; initiator?: string | undefined; token: string; atMs: number }
  >();
  return {
    add(facts) {
      for (const fact of facts) {
        if (fact.kind !== 'sent') continue;
        const { tabId, initiator, atMs, url } = fact;
        const origin = originOf(url);
        for (const { carrier, token } of fact.captures) {
          const key = [tabId, tabId === -1 ? initiator : '', origin, carrier.name].join(' ');
          if ((lineages.get(key)?.atMs ?? 0) <= atMs) lineages.set(key, { tabId, initiator, token, atMs });
        }
      }
    },
    of: (page) => [
      ...new Set([...lineages.values()].filter((one) => belongsTo(one, page)).map(({ token }) => token)),
    ],
    tabs: () => [...new Set([...lineages.values()].map(({ tabId }) => tabId))],
  };
}

export function isPage(value: unknown): value is Page {
  if (typeof value !== 'object' || value === null) return false;
  const { tabId, origin } = value as Partial<Page>;
  return Number.isInteger(tabId) && (origin === undefined || typeof origin === 'string');
}
