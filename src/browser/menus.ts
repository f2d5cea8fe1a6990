import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { originOf } from '../core/traffic/origin';
import { draftKey } from './draft';
import { openFullTab } from './fullTab';

const ITEM = 'inspect';

/**
 * "Inspect token" on a selection, in a text box too, or on a link. To be called at the top level of the background,
 * which a click wakes; browsers keep the item itself from the installation on.
 */
export function offerInspection(): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: ITEM,
      title: browser.i18n.getMessage('menu_inspect'),
      contexts: ['selection', 'link'],
    });
  });
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId === ITEM) void inspect(textOf(clicked), tab);
  });
}

/** What was clicked on; a link within a selection counts with it. */
const textOf = ({ selectionText, linkUrl }: Menus.OnClickData) =>
  [selectionText, linkUrl].filter((text) => text !== undefined && text !== '').join('\n');

/** Opens the full tab with a text in its paste box. The text goes by session memory, never by an address. */
async function inspect(paste: string, tab: Tabs.Tab | undefined): Promise<void> {
  const key = draftKey('full');
  const before = (await browser.storage.session.get(key))[key] as { value?: object } | undefined;
  const value = { ...before?.value, paste, selected: undefined };
  await browser.storage.session.set({ [key]: { by: '', value } });
  await openFullTab({ from: 'full', page: pageOf(tab) });
}

/** The page of a tab, where there is one to look at. */
export function pageOf(tab: Tabs.Tab | undefined): { tabId: number; origin: string | undefined } | undefined {
  if (tab?.id === undefined || tab.id < 0) return undefined;
  return { tabId: tab.id, origin: originOf(tab.url ?? '') };
}
