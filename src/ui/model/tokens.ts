import { computed, type ReadonlySignal } from '@preact/signals';
import type { TokenSummary } from '../../core/token/fastSummary';
import { type Change, changeOf } from '../../core/traffic/change';
import type { Capture, Exchange } from '../../core/traffic/exchange';
import type { LogView } from '../surroundings';
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
  /** These requests, oldest first. */
  carrying: readonly Exchange[];
}

/** What there is to know of a text that nobody but its issuer can read. */
const opaque: TokenSummary = { valid: false, timeNotes: [] };

/** Rows that follow a growing list of exchanges; a row that nothing happened to stays the same object. */
export interface Rows {
  follow(exchanges: readonly Exchange[], summaryOf: Summarize): readonly TokenRow[];
}

/**
 * One row per distinct token, the one seen first last, so that a row never moves when its token is sent again. The work
 * depends on what changed, not on how long the list is.
 */
export function createRows(): Rows {
  const rows = new Map<string, TokenRow>();
  const unread = new Set<string>();
  let followed: readonly Exchange[] = [];

  const refresh = (text: string, carrying: readonly Exchange[], summaryOf: Summarize) => {
    const exchange = carrying.at(-1);
    const capture = exchange?.captures.findLast(({ token }) => token === text);
    if (!exchange || !capture) return rows.delete(text);
    const known = unread.has(text) ? undefined : rows.get(text)?.summary;
    const summary = known ?? (capture.opaque ? opaque : summaryOf(text));
    if (summary === notYetRead) unread.add(text);
    else unread.delete(text);
    return rows.set(text, { text, summary, exchange, capture, requests: carrying.length, carrying });
  };

  return {
    follow(exchanges, summaryOf) {
      const touched = carryingNow(rows, changeOf(followed, exchanges));
      followed = exchanges;
      for (const [text, carrying] of touched) refresh(text, carrying, summaryOf);
      for (const text of unread) refresh(text, rows.get(text)?.carrying ?? [], summaryOf);
      return [...rows.values()].sort(bySight).reverse();
    },
  };
}

/** Which exchanges carry each token that a change touches. */
function carryingNow(rows: ReadonlyMap<string, TokenRow>, { gone, come }: Change): Map<string, Exchange[]> {
  const lists = new Map<string, Exchange[]>();
  const listOf = (text: string) => {
    const list = lists.get(text) ?? rows.get(text)?.carrying.slice() ?? [];
    lists.set(text, list);
    return list;
  };
  for (const one of gone.toReversed()) for (const text of textsIn(one)) takeOut(listOf(text), one);
  for (const one of come) for (const text of textsIn(one)) putIn(listOf(text), one);
  return lists;
}

const textsIn = ({ captures }: Exchange) => new Set(captures.map(({ token }) => token));

/** What changes is mostly found at the end. */
function takeOut(list: Exchange[], one: Exchange): void {
  const at = list.lastIndexOf(one);
  if (at >= 0) list.splice(at, 1);
}

function putIn(list: Exchange[], one: Exchange): void {
  const before = list.findLastIndex(({ startedMs }) => startedMs <= one.startedMs);
  list.splice(before + 1, 0, one);
}

/** By the request that carried it first. */
const bySight = ({ carrying: [a] }: TokenRow, { carrying: [b] }: TokenRow) =>
  (a?.startedMs ?? 0) - (b?.startedMs ?? 0);

/** The distinct tokens of the log, newest first. */
export function createTokens(
  log: ReadonlySignal<LogView>,
  summaries: Summaries = createSummaries(),
): ReadonlySignal<readonly TokenRow[]> {
  const rows = createRows();
  return computed(() => rows.follow(log.value.exchanges, summaries.of));
}
