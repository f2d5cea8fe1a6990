/** What the DevTools of a tab tell of themselves, while they are open. */
export interface DevtoolsState {
  /** Since when they listen, milliseconds since the epoch. */
  sinceMs: number;
  /** Bodies of answers that were too long to be read. */
  longBodies: number;
}

export const devtoolsKey = (tabId: number) => `devtools.${tabId}`;
