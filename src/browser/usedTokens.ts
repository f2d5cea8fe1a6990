import { createLatest, type InUse, type Latest, type Seen } from '../core/traffic/latest';
import type { Items } from '../core/traffic/logItems';
import { createLogReader } from '../core/traffic/reading';
import { sessionStore } from './sessionStore';

/*
 * Which tokens are in use, noted beside the log in the write that changes it: so that a background that wakes need not
 * read the log, however long that is. Where there is no note, the log is read.
 */
const noteKey = 'inUse';

/** To be written before the log is changed otherwise than by adding. */
export const noNote: Items = { [noteKey]: null };

/** Characters of tokens beyond which nothing is noted: no page can fill the memory with it. */
const MOST_NOTED = 500_000;

export interface UsedTokens {
  known(): Promise<Latest>;
  /** Takes requests that are to be recorded; gives the note to be written with them, where other tokens come into use. */
  add(requests: readonly Seen[]): Promise<Items | undefined>;
  /** Changes the log otherwise than by adding, and reads it anew. */
  rereadAfter(change: () => Promise<void>): Promise<void>;
}

export function createUsedTokens(): UsedTokens {
  let latest = readNote();
  let changes = 0;
  /** What was added while the log was being changed: it may be written only after the log was read. */
  let meanwhile: Seen[] = [];

  const reread = async (): Promise<Latest> => {
    const known = await readLog();
    known.add(meanwhile);
    if (changes > 0) return known;
    meanwhile = [];
    await sessionStore.set(noteOf(known)).catch(() => {});
    return known;
  };

  return {
    known: () => latest,
    async add(requests) {
      if (changes > 0) meanwhile.push(...requests);
      const known = await latest.catch(() => undefined);
      // What is not known cannot be noted.
      if (known === undefined) return noNote;
      if (!known.add(requests)) return undefined;
      return changes > 0 ? noNote : noteOf(known);
    },
    async rereadAfter(change) {
      changes += 1;
      await change().finally(() => {
        changes -= 1;
        latest = reread();
      });
    },
  };
}

function noteOf(latest: Latest): Items {
  const inUse = latest.inUse();
  const size = inUse.reduce((sum, [where, { token }]) => sum + where.length + token.length, 0);
  return size > MOST_NOTED ? noNote : { [noteKey]: inUse };
}

async function readNote(): Promise<Latest> {
  const { [noteKey]: note } = await sessionStore.get([noteKey]);
  return note ? createLatest(note as InUse) : readLog();
}

async function readLog(): Promise<Latest> {
  const reader = createLogReader();
  reader.take(await sessionStore.get(null));
  const latest = createLatest();
  latest.add(reader.exchanges());
  return latest;
}
