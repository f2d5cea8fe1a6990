import browser from 'webextension-polyfill';
import { type DevtoolsState, devtoolsKey } from './devtoolsState';

/** What is known of the DevTools of a tab; undefined where none are open. */
export async function devtoolsState(tabId: number): Promise<DevtoolsState | undefined> {
  const key = devtoolsKey(tabId);
  return (await browser.storage.session.get(key))[key] as DevtoolsState | undefined;
}

/** Notes how many bodies of answers were too long to be read. */
export async function noteLongBodies(tabId: number, longBodies: number): Promise<void> {
  const state = await devtoolsState(tabId);
  if (!state) return;
  const next: DevtoolsState = { ...state, longBodies };
  await browser.storage.session.set({ [devtoolsKey(tabId)]: next });
}
