import browser from 'webextension-polyfill';
import type { Fact } from '../core/traffic/fact';

/** The tabs in which recording is paused, in session memory: { value: { tabs } }, written by the panel. */
export const pausedKey = 'paused';

interface Paused {
  tabs: number[];
}

let paused: Promise<Paused> | undefined;

browser.storage.session.onChanged.addListener((changes) => {
  if (changes[pausedKey]) paused = undefined;
});

async function readPaused(): Promise<Paused> {
  const stored = (await browser.storage.session.get(pausedKey))[pausedKey];
  return (stored as { value: Paused } | undefined)?.value ?? { tabs: [] };
}

/** The facts of tabs in which recording is on. An answer whose request was left out is left out by the log. */
export async function recordingIn(facts: readonly Fact[]): Promise<Fact[]> {
  paused ??= readPaused();
  const { tabs } = await paused;
  return facts.filter((fact) => fact.kind === 'answered' || !tabs.includes(fact.tabId));
}
