import type { TokenRef } from './unpacking';

/*
 * The session log as it lies in storage.session. One item names what there is (`log`), the rest is append-only:
 *
 *   log                        LogIndex
 *   log.<segment>.<chunk>      packed text; only the newest chunk of the newest segment still grows
 *   token.<ref>                a token's text, once, under a name made from its content
 *
 * A segment knows nothing of the others, so the oldest one can be dropped whole and a background that wakes up reads
 * only the newest.
 */

/** What `log` holds: the segments in order of age, and what is no longer there. */
export interface LogIndex {
  /** Counts the writes, so that a reader can tell an older state from a newer one. */
  version: number;
  segments: SegmentEntry[];
  nextSegment: number;
  /** Captures dropped to stay within bounds. */
  dropped: number;
  /** When the newest fact was seen, milliseconds since the epoch. */
  atMs?: number;
  /** Last running number recorded of each DevTools page, so that recording twice is recording once. */
  recorded: Record<string, number>;
}

export interface SegmentEntry {
  id: number;
  chunks: number;
  chars: number;
  captures: number;
}

export type Items = Record<string, unknown>;

export const indexKey = 'log';
export const chunkKey = (segment: number, chunk: number) => `log.${segment}.${chunk}`;
export const tokenKey = (ref: TokenRef) => `token.${ref}`;

export function emptyIndex(): LogIndex {
  return { version: 0, segments: [], nextSegment: 0, dropped: 0, recorded: {} };
}

/** Keys of a segment's chunks, in order. */
export function chunkKeys({ id, chunks }: SegmentEntry): string[] {
  return Array.from({ length: chunks }, (_, chunk) => chunkKey(id, chunk));
}
