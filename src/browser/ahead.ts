import type browser from 'webextension-polyfill';

/*
 * What the popup asks the browser for before its own code is there: this file has no others to wait for and is fetched
 * first (vite.popup.ts). The polyfill is not there yet, and both browsers give promises of their own.
 */

type Api = Pick<typeof browser, 'storage' | 'tabs'>;

const { browser: own, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
const { storage, tabs } = (own ?? chrome) as Api;

/** The tab that the popup was opened on. */
export const tabAhead = tabs.query({ active: true, currentWindow: true });

const items = storage.session.get(null);
const since: Record<string, unknown> = {};
const note = (changes: Record<string, { newValue?: unknown }>) => {
  for (const [key, { newValue }] of Object.entries(changes)) since[key] = newValue;
};
storage.session.onChanged.addListener(note);

/** All of session memory, with what changed since it was asked for. To be called once, by who then follows changes. */
export async function itemsAhead(): Promise<Record<string, unknown>> {
  storage.session.onChanged.removeListener(note);
  return { ...(await items), ...since };
}
