import { computed, type ReadonlySignal } from '@preact/signals';
import type { TokenSummary } from '../../core/token/fastSummary';
import { type Change, changeOf } from '../../core/traffic/change';
import type { Capture, Exchange } from '../../core/traffic/exchange';
import type { LogView } from '../surroundings';
import { exchanged } from './ordered';
import { createSummaries, notYetRead, type Summaries, type Summarize } from './summaries';

/** One distinct token of the log. */
export interface TokenRow {
  text: string;
  summary: TokenSummary;
  /** The latest request that carried it, and where in it. */
  exchange: Exchange;
  capture: Capture;
  /** How many requests carried it. */
  requests: number;
  /** How many of them were refused for want of a good token. */
  refused: number;
  /** These requests, oldest first. */
  carrying: readonly Exchange[];
  /** Counts the tokens as the list met them. */
  nth: number;
}

/** What there is to know of a text that nobody but its issuer can read. */
const opaque: TokenSummary = { valid: false, timeNotes: [] };

/** Rows that follow a growing list of exchanges; a row that nothing happened to stays the same object. */
export interface Rows {
  follow(exchanges: readonly Exchange[], summaryOf: Summarize): readonly TokenRow[];
}

/** The token that was seen first last; of those first seen in the same millisecond, the one met first last. */
export const newestFirst = (a: TokenRow, b: TokenRow): number =>
  (b.carrying[0]?.startedMs ?? 0) - (a.carrying[0]?.startedMs ?? 0) || b.nth - a.nth;

const isRefused = ({ status }: Exchange) => status === 401 || status === 403;

/** The rows of each list by their tokens. */
const indices = new WeakMap<readonly TokenRow[], ReadonlyMap<string, TokenRow>>();

/** The row of a token in the list as it is now. */
export function rowIn(list: readonly TokenRow[], text: string | undefined): TokenRow | undefined {
  if (text === undefined) return undefined;
  const index = indices.get(list);
  return index ? index.get(text) : list.find((row) => row.text === text);
}

const none: readonly Exchange[] = [];

/** The requests that carry a token of the list, oldest first. */
export const carryingIn = (list: readonly TokenRow[], text: string): readonly Exchange[] =>
  rowIn(list, text)?.carrying ?? none;

/**
 * One row per distinct token, the one seen first last, so that a row never moves when its token is sent again. The work
 * depends on what changed, not on how long the list is.
 */
export function createRows(): Rows {
  const rows = new Map<string, TokenRow>();
  const unread = new Set<string>();
  let followed: readonly Exchange[] = [];
  let list: readonly TokenRow[] = [];
  let met = 0;

  /** The row of a token as it is now; undefined where nothing carries it any more. */
  const rowOf = (text: string, { carrying, refused }: Carried, summaryOf: Summarize) => {
    const exchange = carrying.at(-1);
    const capture = exchange?.captures.findLast(({ token }) => token === text);
    const isUnread = unread.delete(text);
    if (!exchange || !capture) return undefined;
    const known = rows.get(text);
    const summary = (isUnread ? undefined : known?.summary) ?? (capture.opaque ? opaque : summaryOf(text));
    if (summary === notYetRead) unread.add(text);
    const nth = known?.nth ?? met++;
    return { text, summary, exchange, capture, requests: carrying.length, refused, carrying, nth };
  };

  return {
    follow(exchanges, summaryOf) {
      const touched = carriedNow(rows, changeOf(followed, exchanges));
      followed = exchanges;
      for (const text of unread) {
        const row = rows.get(text);
        if (row && !touched.has(text)) touched.set(text, row);
      }
      const gone: TokenRow[] = [];
      const come: TokenRow[] = [];
      for (const [text, carried] of touched) {
        const former = rows.get(text);
        if (former) gone.push(former);
        const row = rowOf(text, carried, summaryOf);
        if (row) come.push(row);
        if (row) rows.set(text, row);
        else rows.delete(text);
      }
      list = exchanged(list, gone, come, newestFirst);
      indices.set(list, rows);
      return list;
    },
  };
}

/** The requests that carry a token, oldest first, and how many of them were refused. */
type Carried = Pick<TokenRow, 'carrying' | 'refused'>;

/** What carries each token that a change touches. */
function carriedNow(rows: ReadonlyMap<string, TokenRow>, { gone, come }: Change): Map<string, Carried> {
  const touched = new Map<string, { carrying: Exchange[]; refused: number }>();
  const carriedBy = (text: string) => {
    const row = rows.get(text);
    const known = touched.get(text) ?? { carrying: row?.carrying.slice() ?? [], refused: row?.refused ?? 0 };
    touched.set(text, known);
    return known;
  };
  for (const one of gone.toReversed()) {
    for (const text of textsIn(one)) {
      const carried = carriedBy(text);
      if (takeOut(carried.carrying, one)) carried.refused -= Number(isRefused(one));
    }
  }
  for (const one of come) {
    for (const text of textsIn(one)) {
      const carried = carriedBy(text);
      putIn(carried.carrying, one);
      carried.refused += Number(isRefused(one));
    }
  }
  return touched;
}

const textsIn = ({ captures }: Exchange) => new Set(captures.map(({ token }) => token));

/** What changes is mostly found at the end. False where it is not there. */
function takeOut(list: Exchange[], one: Exchange): boolean {
  const at = list.lastIndexOf(one);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

function putIn(list: Exchange[], one: Exchange): void {
  const before = list.findLastIndex(({ startedMs }) => startedMs <= one.startedMs);
  list.splice(before + 1, 0, one);
}

/** The distinct tokens of the log, newest first. */
export function createTokens(
  log: ReadonlySignal<LogView>,
  summaries: Summaries = createSummaries(),
): ReadonlySignal<readonly TokenRow[]> {
  const rows = createRows();
  return computed(() => rows.follow(log.value.exchanges, summaries.of));
}
