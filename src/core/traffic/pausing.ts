import { isPaused, type Pause } from './pauses';

/** Ended pauses are remembered, because DevTools tells of a request only some time after it was sent. */
const REMEMBERED = 50;

/** Whether a request was sent while its tab was paused. */
export function sentInPause(pauses: readonly Pause[], sent: { tabId: number; atMs: number }): boolean {
  return pauses.some(
    ({ tabId, fromMs, toMs = Number.POSITIVE_INFINITY }) =>
      (tabId === undefined || tabId === sent.tabId) && fromMs <= sent.atMs && sent.atMs <= toMs,
  );
}

/** The pauses once recording of a tab is switched on or off. */
export function switched(pauses: readonly Pause[], tabId: number, on: boolean, nowMs: number): Pause[] {
  if (isPaused(pauses, tabId) !== on) return [...pauses];
  if (!on) return [...pauses, { tabId, fromMs: nowMs }].slice(-REMEMBERED);
  return pauses.map((pause) =>
    pause.tabId === tabId && pause.toMs === undefined ? { ...pause, toMs: nowMs } : pause,
  );
}

/** The pauses once what a tab (or, without one, any tab) sent so far is forgotten: DevTools may still tell of it later. */
export function forgotten(pauses: readonly Pause[], tabId: number | undefined, nowMs: number): Pause[] {
  const others = pauses.filter((pause) => pause.tabId !== tabId || pause.toMs === undefined);
  return [...others, { tabId, fromMs: 0, toMs: nowMs }].slice(-REMEMBERED);
}
