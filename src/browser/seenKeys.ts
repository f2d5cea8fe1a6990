import { type ReadonlySignal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { type Seen, withSeen } from '../core/key/seen';

const seenName = 'seenKeys';

async function read(): Promise<readonly Seen[]> {
  const stored = (await browser.storage.session.get(seenName))[seenName];
  return (stored as { list: Seen[] } | undefined)?.list ?? [];
}

let last: Promise<void> = Promise.resolve();

/** One change after the other, so that none is lost. What storage refuses is not remembered. */
function change(next: (known: readonly Seen[]) => readonly Seen[]): Promise<void> {
  const write = async () => browser.storage.session.set({ [seenName]: { list: next(await read()) } });
  last = last.then(write).catch(() => {});
  return last;
}

/** Remembers keys that an answer held, in session memory. For the background alone, as is the next. */
export const noteSeen = (seen: Seen): Promise<void> => change((known) => withSeen(known, seen));

/** Forgets what was seen in a tab; without one, in all. */
export const forgetSeen = (tabId: number | undefined): Promise<void> =>
  change((known) => known.filter((seen) => tabId !== undefined && seen.tabId !== tabId));

/** The keys that were seen, as they are now. */
export async function followSeen(): Promise<ReadonlySignal<readonly Seen[]>> {
  const seen = signal(await read());
  browser.storage.session.onChanged.addListener(async (changes) => {
    if (changes[seenName]) seen.value = await read();
  });
  return seen;
}
