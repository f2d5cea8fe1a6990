import browser from 'webextension-polyfill';
import type { Page } from '../core/traffic/latest';
import { originOf } from '../core/traffic/origin';

/** The page that the popup was opened on; activeTab lets it know which. */
export async function activePage(): Promise<Page | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const origin = /^https?:/.test(tab.url ?? '') ? originOf(tab.url ?? '') : undefined;
  return { tabId: tab.id, origin };
}

/** Asks the user for hosts; to be called within a click. */
export function askForHosts(patterns: string[]): void {
  void browser.permissions.request({ origins: patterns });
}

export function reloadActivePage(): void {
  void browser.tabs.reload();
}
