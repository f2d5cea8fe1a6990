import browser from 'webextension-polyfill';
import { indexKey, type LogIndex } from '../core/traffic/logItems';
import { restartKey } from './sessionKeys';

/** Both browsers let a background sleep after 30 s without events. One that was busy since then was killed. */
const IDLE_MS = 25_000;

/**
 * Notes that the background was killed, as its start comes too soon after the last write to be a sleeper's waking. To
 * be called at the top level of the background.
 */
export async function noteRestart(): Promise<void> {
  const nowMs = Date.now();
  const index = (await browser.storage.session.get(indexKey))[indexKey] as LogIndex | undefined;
  if (index?.atMs === undefined || nowMs - index.atMs > IDLE_MS) return;
  await browser.storage.session.set({ [restartKey]: { by: '', value: { atMs: nowMs } } });
}
