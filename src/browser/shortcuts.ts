import browser from 'webextension-polyfill';
import { openFullTab } from './fullTab';
import { pageOf } from './menus';

/** The keyboard shortcut that opens the full tab. To be called at the top level of the background. */
export function answerShortcuts(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'open_full_tab') void openFullTab({ from: 'full', page: pageOf(tab) });
  });
}
