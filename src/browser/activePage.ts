import { type ReadonlySignal, signal } from '@preact/signals';
import browser, { type Tabs } from 'webextension-polyfill';
import type { FeedState } from '../core/traffic/coverage';
import { originOf } from '../core/traffic/origin';
import type { Page } from '../core/traffic/page';
import { type DevtoolsState, devtoolsKey } from './devtoolsState';
import { look } from './looks';
import { privateMark } from './privacy';
import { sessionItems } from './sessionItems';

/** The page, and what is known of the DevTools that look at it. */
type ActivePage = Page & Pick<FeedState, 'devtoolsSinceMs' | 'longBodies'>;

/** The page that the popup was opened on, by the active tab; activeTab lets it know which page that shows. */
export async function activePage(tabs: Promise<Tabs.Tab[]>): Promise<ReadonlySignal<ActivePage | undefined>> {
  const [items, [tab]] = await Promise.all([sessionItems(), tabs]);
  const { id: tabId, url = '' } = tab ?? {};
  if (tabId === undefined) return signal(undefined);
  const noted = items[devtoolsKey(tabId)] as DevtoolsState | undefined;
  // DevTools that close take back what they noted, if the browser lets them.
  const state = noted && (await look('alive', tabId)) !== undefined ? noted : undefined;
  return signal({
    tabId,
    origin: /^https?:/.test(url) ? originOf(url) : undefined,
    ...privateMark(tab),
    devtoolsSinceMs: state?.sinceMs,
    longBodies: state?.longBodies,
  });
}

/** Asks the user for hosts; to be called within a click. */
export function askForHosts(patterns: string[]): void {
  void browser.permissions.request({ origins: patterns });
}

export function reloadActivePage(): void {
  void browser.tabs.reload();
}
