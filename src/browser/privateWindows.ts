import browser from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';
import { engine } from './engine';
import { privateMark } from './privacy';

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
