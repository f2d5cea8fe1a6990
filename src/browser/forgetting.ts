import browser from 'webextension-polyfill';
import { watchNavigations } from './navigations';
import { readSettings } from './readSettings';

/** Forgets what a tab sent before a moment (milliseconds since the epoch). */
export type ForgetTab = (tabId: number, untilMs: number) => Promise<void>;

/** Forgets what a tab has left behind, where the user wants that. For a page that DevTools saw leave, too. */
export async function leftPage(forget: ForgetTab, tabId: number, atMs: number): Promise<void> {
  if ((await readSettings()).forgetOnNavigation) await forget(tabId, atMs - 1);
}

/** Forgets with pages and tabs, as the user wants it. To be called at the top level of the background. */
export function forgetInTime(forget: ForgetTab): void {
  watchNavigations((tabId, atMs) => leftPage(forget, tabId, atMs));
  browser.tabs.onRemoved.addListener(async (tabId) => {
    if ((await readSettings()).forgetWithTab) await forget(tabId, Date.now());
  });
}
