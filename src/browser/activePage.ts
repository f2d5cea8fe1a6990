import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { Page } from '../core/traffic/latest';
import { originOf } from '../core/traffic/origin';

/** The page that the popup was opened on; activeTab lets it know which. */
export async function activePage(): Promise<ReadonlySignal<Page | undefined>> {
  const [{ id: tabId, url = '' } = {}] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tabId === undefined) return signal(undefined);
  return signal({ tabId, origin: /^https?:/.test(url) ? originOf(url) : undefined });
}

/** Asks the user for hosts; to be called within a click. */
export function askForHosts(patterns: string[]): void {
  void browser.permissions.request({ origins: patterns });
}

export function reloadActivePage(): void {
  void browser.tabs.reload();
}
