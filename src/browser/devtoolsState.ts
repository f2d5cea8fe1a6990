import browser from 'webextension-polyfill';

/** What the DevTools of a tab tell of themselves, while they are open. */
export interface DevtoolsState {
  /** Since when they listen, milliseconds since the epoch. */
  sinceMs: number;
  /** Bodies of answers that were too long to be read. */
  longBodies: number;
}

export const devtoolsKey = (tabId: number) => `devtools.${tabId}`;

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
