import browser from 'webextension-polyfill';
import { indexKey, type LogIndex } from '../core/traffic/logItems';
import { restartKey } from './sessionKeys';

/** When the background was last known to be at work: milliseconds since the epoch. */
const aliveKey = 'alive';

/** Both browsers let a background sleep after 30 s without events. One that was busy since then was killed. */
const IDLE_MS = 25_000;
/** How often the background notes that it is at work. */
const NOTED_MS = 5_000;

let notedMs = 0;

/** Notes that the background is at work. To be called before it does any. */
export async function noteAlive(): Promise<void> {
  const nowMs = Date.now();
  if (nowMs - notedMs < NOTED_MS) return;
  notedMs = nowMs;
  await browser.storage.session.set({ [aliveKey]: nowMs });
}

/**
 * Notes that the background was killed, as its start comes too soon after its last work to be a sleeper's waking. To be
 * called at the top level of the background.
 */
export async function noteRestart(): Promise<void> {
  const nowMs = Date.now();
  const { [aliveKey]: aliveMs, [indexKey]: index } = await browser.storage.session.get([aliveKey, indexKey]);
  const workedMs = Math.max(Number(aliveMs ?? 0), (index as LogIndex | undefined)?.atMs ?? 0);
  if (nowMs - workedMs > IDLE_MS) return;
  await browser.storage.session.set({ [restartKey]: { by: '', value: { atMs: nowMs } } });
}
