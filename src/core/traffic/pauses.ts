/** A time in which the requests of a tab are not recorded. Milliseconds since the epoch; no end: it lasts. */
export interface Pause {
  /** Absent: every tab. */
  tabId?: number | undefined;
  fromMs: number;
  toMs?: number | undefined;
}

export function isPaused(pauses: readonly Pause[], tabId: number | undefined): boolean {
  return pauses.some((pause) => pause.tabId === tabId && pause.toMs === undefined);
}
