import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { Items } from '../core/traffic/logItems';
import { createLogReader, type LogReader } from '../core/traffic/reading';
import { sessionItems } from './sessionItems';

/** The session log as it reads now; the signal's value is the same reader, anew after each change. */
export async function followLog(): Promise<ReadonlySignal<{ reader: LogReader }>> {
  const reader = createLogReader();
  const log = signal({ reader });
  const { session } = browser.storage;
  const take = (items: Items) => {
    reader.take(items);
    log.value = { reader };
  };
  // What changes while the first reading is under way is taken after it.
  const first = sessionItems();
  session.onChanged.addListener(async (changes) => {
    await first;
    take(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
  });
  take(await first);
  return log;
}
