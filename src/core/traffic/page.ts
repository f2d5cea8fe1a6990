import type { Exchange } from './exchange';

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

/** What of a request tells whose it is. */
export type Sender = Pick<Exchange, 'tabId' | 'initiator' | 'incognito'>;

/** Whether a request belongs to a page; a page's service worker has no tab, only the page's origin. */
export function belongsTo({ tabId, initiator, incognito }: Sender, page: Page): boolean {
  if (tabId !== -1) return tabId === page.tabId;
  return initiator !== undefined && initiator === page.origin && !incognito === !page.incognito;
}
