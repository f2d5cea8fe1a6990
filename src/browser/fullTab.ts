import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { originOf } from '../core/traffic/origin';
import { isPage, type Page } from '../core/traffic/page';
import { draftKey, type WindowName, windowNames } from './draft';

/** What the full tab is to show: our own address names a tab and a view, never a token or a site. */
export interface FullTabOpening {
  /** The window that it takes over from: its paste box and choice go along, in session memory. */
  from: WindowName;
  /** The page it looks at first; without one it looks at all. */
  page?: Page | undefined;
  /** The view it opens with, by the name that ui/ gives it. */
  view?: string | undefined;
}

export function isFullTabOpening(value: unknown): value is FullTabOpening {
  if (typeof value !== 'object' || value === null) return false;
  const { from, page, view } = value as Partial<FullTabOpening>;
  const known = windowNames.some((name) => name === from);
  return known && (page === undefined || isPage(page)) && (view === undefined || /^[a-z]+$/.test(`${view}`));
}

const pageKey = (tabId: number) => `page.${tabId}`;

/** Opens the full tab. For the background: Firefox's DevTools pages cannot open tabs. */
export async function openFullTab({ from, page, view }: FullTabOpening): Promise<void> {
  const { session } = browser.storage;
  const draft = (await session.get(draftKey(from)))[draftKey(from)];
  if (draft !== undefined && from !== 'full') await session.set({ [draftKey('full')]: draft });
  if (page) await session.set({ [pageKey(page.tabId)]: page });
  const asked = new URLSearchParams({ ...(page && { tab: String(page.tabId) }), ...(view && { view }) });
  await browser.tabs.create({ url: browser.runtime.getURL(`src/full.html?${asked}`) });
}

/** The page that the full tab was opened for, while its tab lives. */
export async function openedPage(): Promise<ReadonlySignal<Page | undefined>> {
  const tabId = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  const page = signal<Page | undefined>(undefined);
  if (Number.isNaN(tabId)) return page;
  const handed = (await browser.storage.session.get(pageKey(tabId)))[pageKey(tabId)];
  page.value = isPage(handed) ? handed : { tabId };
  browser.tabs.onUpdated.addListener((changed, { url }) => {
    if (changed === tabId && url !== undefined) page.value = { tabId, origin: originOf(url) };
  });
  return page;
}

/** The view that the full tab was asked for, if any. */
export const openedView = (): string | undefined =>
  new URLSearchParams(location.search).get('view') ?? undefined;

/** Loads the page anew that the full tab looks at. */
export function reloadPage(page: Page | undefined): void {
  if (page) void browser.tabs.reload(page.tabId);
}
