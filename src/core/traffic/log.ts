import type { Fact } from './fact';
import {
  chunkKey,
  chunkKeys,
  type Items,
  indexKey,
  type LogIndex,
  type SegmentEntry,
  tokenKey,
} from './logItems';
import { opening, pack, tokensIn } from './packing';
import { emptySegment, nameOf, type Segment, type TokenRef, unpack } from './unpacking';

/** When a chunk and a segment (with its tokens' texts) are full, in characters, and how much of the quota the log may take, in bytes. */
export interface Bounds {
  chunk: number;
  segment: number;
  bytes: number;
}

/**
 * storage.session holds 10,485,760 bytes; this leaves room for keys, drafts and settings. A segment is what is dropped
 * at once, about an eighth of the log.
 */
export const defaultBounds: Bounds = { chunk: 8_000, segment: 1_200_000, bytes: 9_000_000 };

/** The writer's view of the log: the index, and of the newest segment what packing needs. */
export interface LogTail {
  index: LogIndex;
  segment: Segment;
  /** Text of the chunk that still grows. */
  text: string;
  /** Keys of token texts that are known to be stored. */
  stored: Set<string>;
}

/** The tail of a stored log, from the index, the newest segment's chunks and the keys of what else is stored. */
export function tailOf(index: LogIndex, items: Items, keys: readonly string[]): LogTail {
  const newest = index.segments.at(-1);
  const chunks = newest ? chunkKeys(newest).map((key) => String(items[key] ?? '')) : [];
  const segment = emptySegment();
  for (const chunk of chunks) unpack(segment, chunk, (ref) => ref);
  const stored = [...keys.filter((key) => key.startsWith('token.')), ...segment.tokens.list.map(tokenKey)];
  return { index, segment, text: chunks.at(-1) ?? '', stored: new Set(stored) };
}

/**
 * Adds facts at the end: changes the tail and returns the items to store, the index among them. All of them belong
 * into one write, so that a background that dies leaves a log that is whole. An answer to a request that is not in
 * the log is left out.
 */
export function append(
  tail: LogTail,
  facts: readonly Fact[],
  refs: ReadonlyMap<string, TokenRef>,
  bounds: Bounds,
): Items {
  const items: Items = {};
  const refOf = (token: string) => {
    const ref = refs.get(token) ?? '';
    const key = tokenKey(ref);
    if (!tail.stored.has(key)) {
      tail.stored.add(key);
      items[key] = token;
      texts += token.length;
    }
    return ref;
  };
  let texts = 0;
  for (const fact of facts) {
    if (tail.segment.open.has(nameOf(fact)) ? isKnown(fact) : fact.kind === 'answered') continue;
    const entry = growing(tail, bounds);
    const lines = pack(tail.segment, fact, refOf);
    tail.text += lines;
    entry.chars += lines.length + texts;
    texts = 0;
    entry.captures += fact.captures.length;
    items[chunkKey(entry.id, entry.chunks - 1)] = tail.text;
  }
  tail.index.version++;
  tail.index.atMs = tail.segment.atMs;
  items[indexKey] = tail.index;
  return items;
}

const isKnown = (fact: Fact) => fact.kind === 'sent' && fact.onlyIfUnknown === true;

/** The newest segment, ready to grow: a full chunk or a full segment makes way for the next one. */
function growing(tail: LogTail, bounds: Bounds): SegmentEntry {
  let entry = tail.index.segments.at(-1);
  if (!entry || entry.chars >= bounds.segment) {
    entry = { id: tail.index.nextSegment++, chunks: 0, chars: 0, captures: 0 };
    tail.index.segments.push(entry);
    tail.segment = { ...emptySegment(), open: tail.segment.open };
  }
  if (entry.chunks === 0 || tail.text.length >= bounds.chunk) {
    tail.text = entry.chunks === 0 ? opening(tail.segment) : '';
    entry.chunks++;
  }
  return entry;
}

/** Drops the oldest segment from the index and counts what went with it; false when only the newest is left. */
export function dropOldest(index: LogIndex): boolean {
  if (index.segments.length < 2) return false;
  index.dropped += index.segments.shift()?.captures ?? 0;
  index.version++;
  return true;
}

/** Stored keys that the log no longer names: chunks of dropped segments, and tokens that no remaining chunk defines. */
export function orphans(index: LogIndex, items: Items): string[] {
  const named = new Set(index.segments.flatMap(chunkKeys));
  for (const key of [...named]) {
    for (const ref of tokensIn(String(items[key] ?? ''))) named.add(tokenKey(ref));
  }
  return Object.keys(items).filter((key) => /^(log\.|token\.)/.test(key) && !named.has(key));
}
