import browser from 'webextension-polyfill';
import { engine } from './engine';

/*
 * Private windows. Chromium runs the extension twice, with a session memory of its own for all private windows
 * ("incognito": "split"), and ends it with the last of them. Firefox knows no such thing: there the log itself tells
 * what belongs to a private window, and that is forgotten with the last of them.
 */

/** Whether what this window of ours shows is to be what belongs to private windows. */
export const showsPrivate = (): boolean =>
  engine === 'firefox' && browser.extension?.inIncognitoContext === true;

/** The mark of what belongs to a private tab, where it needs one. */
export const privateMark = (tab: { incognito?: boolean } | undefined): { incognito?: true } =>
  engine === 'firefox' && tab?.incognito ? { incognito: true } : {};
