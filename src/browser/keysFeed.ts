import { mayHoldKeys } from '../core/key/seen';
import type { HarEntry } from '../core/traffic/har';
import { command } from './command';

/** Tells the background of the keys in an answer, if it is one that holds keys. Reading them comes with the first. */
export async function tellKeys(
  body: string | undefined,
  { startedDateTime, request: { url }, response: { status } }: HarEntry,
  tabId: number,
): Promise<void> {
  if (body === undefined || status < 200 || status > 299 || !mayHoldKeys(body)) return;
  const { keysSeenIn } = await import('../core/key/readSeen');
  const seen = await keysSeenIn(body);
  if (!seen) return;
  // What the background could not take is offered again when the page fetches it again.
  await command('noteKeys', { ...seen, url, tabId, atMs: Date.parse(startedDateTime) }).catch(() => {});
}
