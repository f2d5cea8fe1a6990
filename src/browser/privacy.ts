import browser from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';
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

/** Marks the facts of private tabs. webRequest's are marked already. */
export async function marked(facts: readonly Fact[]): Promise<readonly Fact[]> {
  if (engine !== 'firefox') return facts;
  return Promise.all(facts.map(withMark));
}

async function withMark(fact: Fact): Promise<Fact> {
  if (fact.kind !== 'sent' || fact.feed === 'webRequest') return fact;
  const tab = await browser.tabs.get(fact.tabId).catch(() => undefined);
  return { ...fact, ...privateMark(tab) };
}

/** Tells when the last private window is closed. To be called at the top level of the background. */
export function watchPrivateWindows(onEnd: () => unknown): void {
  if (engine !== 'firefox') return;
  browser.windows.onRemoved.addListener(async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) onEnd();
  });
}
