import { type Exchange, isSent } from './exchange';
import { originOf } from './origin';

/** The page that a window or badge speaks of. */
export interface Page {
  tabId: number;
  /** Absent where the browser does not tell. */
  origin?: string | undefined;
  /** Whether it belongs to a private window, where the log holds what belongs to both kinds. */
  incognito?: boolean | undefined;
}

export function isPage(value: unknown): value is Page {
  if (typeof value !== 'object' || value === null) return false;
  const { tabId, origin } = value as Partial<Page>;
  return Number.isInteger(tabId) && (origin === undefined || origin === null || typeof origin === 'string');
}

type Sender = Pick<Exchange, 'tabId' | 'initiator' | 'incognito'>;

/** Whether a request belongs to a page; a page's service worker has no tab, only the page's origin. */
export function belongsTo({ tabId, initiator, incognito }: Sender, page: Page): boolean {
  if (tabId !== -1) return tabId === page.tabId;
  return initiator !== undefined && initiator === page.origin && !incognito === !page.incognito;
}

type Seen = Sender & Pick<Exchange, 'url' | 'startedMs' | 'captures'>;

/** The token sent last to each origin in each carrier: the ones in use, not those that were refreshed since. */
export interface Latest {
  add(requests: readonly Seen[]): void;
  /** Those of a page, or of all pages; without those that nobody can read. */
  of(page?: Page): string[];
}

export function createLatest(): Latest {
  const lineages = new Map<string, Seen & { token: string; opaque: boolean }>();
  return {
    add(requests) {
      for (const request of requests) {
        const { tabId, initiator, incognito, url, startedMs } = request;
        const sender = tabId === -1 ? `${initiator} ${incognito}` : tabId;
        for (const { carrier, token, opaque } of request.captures) {
          if (!isSent(carrier)) continue;
          const key = [sender, originOf(url), carrier.place, carrier.name].join(' ');
          if ((lineages.get(key)?.startedMs ?? 0) > startedMs) continue;
          lineages.set(key, { ...request, token, opaque: opaque !== undefined });
        }
      }
    },
    of(page) {
      const own = [...lineages.values()].filter((one) => !one.opaque && (!page || belongsTo(one, page)));
      return [...new Set(own.map(({ token }) => token))];
    },
  };
}
