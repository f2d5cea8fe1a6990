import type { Fact, Sent } from './fact';
import { append, type Bounds, defaultBounds, dropOldest, type LogTail, orphans, tailOf } from './log';
import {
  chunkKeys,
  emptyIndex,
  type Items,
  indexKey,
  type LogIndex,
  type SegmentEntry,
  tokenKey,
} from './logItems';
import { emptySegment, type TokenRef, unpack } from './unpacking';

/** Where the log lies: storage.session, or a Map in tests. `set` writes all items or none and rejects over quota. */
export interface LogStore {
  get(keys: string[] | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
  bytesInUse(): Promise<number>;
  /** The keys of all items, where the browser can tell. */
  keys?(): Promise<string[]>;
}

/** The single writer of the session log. */
export interface LogWriter {
  /**
   * Resolves when the facts are stored, and what is to lie beside the log with them, in one write. What arrives while a
   * write is in flight goes with the next one.
   */
  append(facts: readonly Fact[], beside?: Items): Promise<void>;
  /** As append, for a DevTools page's facts: those it has recorded before (n up to the last one) are left out. */
  record(source: string, facts: readonly Fact[], beside?: Items): Promise<void>;
  /** Forgets for good every exchange that `gone` names. */
  forget(gone: (sent: Sent) => boolean): Promise<void>;
}

/** A reference made from a token's text: 132 bits of its SHA-256, so that no page can make two tokens share one. */
export async function refOf(token: string): Promise<TokenRef> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return btoa(String.fromCharCode(...digest))
    .slice(0, 22)
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

interface Batch {
  facts: readonly Fact[];
  beside: Items;
  source?: string;
}

export function createLogWriter(store: LogStore, bounds: Bounds = defaultBounds): LogWriter {
  let waiting: Batch[] = [];
  let lost = 0;
  let next: Promise<void> | undefined;
  let idle: Promise<void> = Promise.resolve();
  let tail: LogTail | undefined;

  /** One task after the other; after a failed one memory holds nothing, so that storage alone is believed. */
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const turn = idle.then(task);
    idle = turn.catch(() => {
      tail = undefined;
    });
    return turn;
  };

  const write = async (batches: readonly Batch[]): Promise<void> => {
    tail ??= await readTail(store);
    const { index } = tail;
    const facts = batches.flatMap((batch) => fresh(batch, index));
    index.dropped += lost;
    const beside = Object.assign({}, ...batches.map((batch) => batch.beside));
    await store.set({ ...append(tail, facts, await refsOf(facts), bounds), ...beside });
    lost = 0;
    if ((await store.bytesInUse()) > bounds.bytes) await drop(store, tail);
  };

  /** Writes, and where the quota is reached makes room and writes again. */
  const writeOrMakeRoom = async (batches: readonly Batch[]): Promise<void> => {
    try {
      await write(batches);
    } catch (error) {
      tail = await readTail(store);
      if (await drop(store, tail)) return writeOrMakeRoom(batches);
      lost += batches
        .filter(({ source }) => source === undefined)
        .reduce((sum, { facts }) => sum + captures(facts), 0);
      throw error;
    }
  };

  const enqueue = (batch: Batch): Promise<void> => {
    waiting.push(batch);
    next ??= inTurn(() => {
      const batches = waiting;
      waiting = [];
      next = undefined;
      return writeOrMakeRoom(batches);
    });
    return next;
  };

  return {
    append: (facts, beside = {}) => enqueue({ facts, beside }),
    record: (source, facts, beside = {}) => enqueue({ facts, beside, source }),
    forget: (gone) =>
      inTurn(async () => {
        tail = undefined;
        await rewrite(store, gone, bounds);
      }),
  };
}

const captures = (facts: readonly Fact[]) => facts.reduce((sum, fact) => sum + fact.captures.length, 0);

/** DevTools pages whose progress the index keeps; an older one has long been closed. */
const SOURCES_REMEMBERED = 50;

/** The facts of a batch that are not in the log yet; notes in the index how far its source has come. */
function fresh({ facts, source }: Batch, index: LogIndex): readonly Fact[] {
  if (source === undefined) return facts;
  const { [source]: last = -1, ...others } = index.recorded;
  const newest = Object.entries(others).slice(-SOURCES_REMEMBERED);
  index.recorded = { ...Object.fromEntries(newest), [source]: Math.max(last, ...facts.map(({ n }) => n)) };
  return facts.filter(({ n }) => n > last);
}

async function readIndex(store: LogStore): Promise<LogIndex> {
  return ((await store.get([indexKey]))[indexKey] as LogIndex | undefined) ?? emptyIndex();
}

async function readTail(store: LogStore): Promise<LogTail> {
  const index = await readIndex(store);
  const newest = index.segments.at(-1);
  const [items, keys] = await Promise.all([newest ? store.get(chunkKeys(newest)) : {}, store.keys?.() ?? []]);
  return tailOf(index, items, keys);
}

async function refsOf(facts: readonly Fact[]): Promise<Map<string, TokenRef>> {
  const tokens = facts.flatMap(({ captures }) => captures.map(({ token }) => token));
  return new Map(
    await Promise.all([...new Set(tokens)].map(async (token) => [token, await refOf(token)] as const)),
  );
}

/** Makes room by dropping the oldest segment; false when there is none to drop. The index goes first. */
async function drop(store: LogStore, { index, stored }: LogTail): Promise<boolean> {
  if (!dropOldest(index)) return false;
  await store.set({ [indexKey]: index });
  const gone = orphans(index, await store.get(null));
  for (const key of gone) stored.delete(key);
  await store.remove(gone);
  return true;
}

/** Writes every segment anew without the exchanges that are gone; each old one is removed as its successor stands. */
async function rewrite(store: LogStore, gone: (sent: Sent) => boolean, bounds: Bounds): Promise<void> {
  const index = await readIndex(store);
  const items = await store.get(null);
  const forgotten = new Set<string>();
  const tail: LogTail = {
    index: { ...index, dropped: 0, segments: [] },
    segment: emptySegment(),
    text: '',
    stored: new Set(),
  };
  for (const [i, entry] of index.segments.entries()) {
    const facts = keep(factsOf(entry, items), gone, forgotten);
    const written = append(tail, facts, await refsOf(facts), bounds);
    const segments = [...tail.index.segments, ...index.segments.slice(i + 1)];
    await store.set({ ...written, [indexKey]: { ...tail.index, segments } });
    await store.remove(chunkKeys(entry));
  }
  await store.remove(orphans(tail.index, await store.get(null)));
}

function factsOf(entry: SegmentEntry, items: Items): Fact[] {
  const segment = emptySegment();
  return chunkKeys(entry).flatMap((key) =>
    unpack(segment, String(items[key] ?? ''), (ref) => String(items[tokenKey(ref)] ?? '')),
  );
}

/** The facts that stay; an answer goes with its request, wherever that stood. */
function keep(facts: readonly Fact[], gone: (sent: Sent) => boolean, forgotten: Set<string>): Fact[] {
  return facts.filter((fact) => {
    const name = `${fact.source}:${fact.n}`;
    if (fact.kind === 'sent' && gone(fact)) forgotten.add(name);
    return !forgotten.has(name);
  });
}
