import browser from 'webextension-polyfill';

/** Whether this window, or the tab, is private: nothing of it may reach the disk. Firefox's DevTools pages know no tabs. */
export async function isPrivate(tabId?: number): Promise<boolean> {
  if (browser.extension?.inIncognitoContext) return true;
  if (tabId === undefined || tabId < 0 || !browser.tabs) return false;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.incognito === true;
}
