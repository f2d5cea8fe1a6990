import browser from 'webextension-polyfill';
import { engine } from './engine';

/*
 * Private windows. In Chromium the extension does not run in them, as there nothing tells where a request without a tab
 * belongs. In Firefox the log itself tells what belongs to a private window, and that is forgotten with the last of them.
 */

/** Whether what this window of ours shows is to be what belongs to private windows. */
export const showsPrivate = (): boolean =>
  engine === 'firefox' && browser.extension?.inIncognitoContext === true;

/** The mark of what belongs to a private tab, where it needs one. */
export const privateMark = (tab: { incognito?: boolean } | undefined): { incognito?: true } =>
  engine === 'firefox' && tab?.incognito ? { incognito: true } : {};
