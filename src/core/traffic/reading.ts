import type { Exchange } from './exchange';
import type { Fact } from './fact';
import { createFolding, type Folding } from './folding';
import { chunkKey, emptyIndex, type Items, indexKey, type LogIndex, tokenKey } from './logItems';
import { emptySegment, type Segment, unpack } from './unpacking';

/** Reads the session log and follows its growth. */
export interface LogReader {
  /** Takes stored items: all of them at first, from then on each change. A change older than what is known is passed over. */
  take(items: Items): void;
  exchanges(): readonly Exchange[];
  /** Captures dropped to keep the log within bounds. */
  dropped(): number;
}

interface ReadSegment {
  segment: Segment;
  /** Characters read of each chunk. */
  read: number[];
  facts: Fact[];
}

export function createLogReader(): LogReader {
  const texts = new Map<string, string>();
  const textOf = (ref: string) => texts.get(tokenKey(ref)) ?? '';
  let segments = new Map<number, ReadSegment>();
  let index: LogIndex = emptyIndex();
  let folding: Folding = createFolding();
  let sorted: readonly Exchange[] | undefined;

  /** Segments that the index no longer names are gone, and what they told with them. */
  const forgetDropped = () => {
    const remaining = new Map(
      index.segments.flatMap(({ id }) => {
        const read = segments.get(id);
        return read ? [[id, read] as const] : [];
      }),
    );
    if (remaining.size === segments.size) return;
    segments = remaining;
    folding = createFolding();
    for (const { facts } of segments.values()) folding.add(facts);
  };

  const readFurther = (id: number, chunks: number, items: Items) => {
    const known = segments.get(id) ?? { segment: emptySegment(), read: [], facts: [] };
    segments.set(id, known);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const text = items[chunkKey(id, chunk)];
      if (typeof text !== 'string') continue;
      const facts = unpack(known.segment, text.slice(known.read[chunk] ?? 0), textOf, false);
      known.read[chunk] = text.length;
      for (const fact of facts) known.facts.push(fact);
      folding.add(facts);
    }
  };

  return {
    take(items) {
      for (const [key, value] of Object.entries(items)) {
        if (!key.startsWith('token.')) continue;
        if (typeof value === 'string') texts.set(key, value);
        else texts.delete(key);
      }
      const newIndex = items[indexKey] as LogIndex | undefined;
      if (!newIndex || newIndex.version <= index.version) return;
      index = newIndex;
      forgetDropped();
      for (const { id, chunks } of index.segments) readFurther(id, chunks, items);
      sorted = undefined;
    },
    exchanges() {
      sorted ??= folding.exchanges();
      return sorted;
    },
    dropped: () => index.dropped,
  };
}
