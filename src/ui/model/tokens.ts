import { computed, type ReadonlySignal } from '@preact/signals';
import { summarize, type TokenSummary } from '../../core/token/summary';
import type { Capture, Exchange } from '../../core/traffic/exchange';
import type { LogView } from '../surroundings';

/** One distinct token of the log. */
export interface TokenRow {
  text: string;
  summary: TokenSummary;
  /** The latest request that carried it, and where in it. */
  exchange: Exchange;
  capture: Capture;
  /** How many requests carried it. */
  requests: number;
}

type Summarize = (text: string) => TokenSummary;

/** One row per distinct token, the one seen first last, so that a row never moves when its token is sent again. */
export function tokenRows(exchanges: readonly Exchange[], summaryOf: Summarize): TokenRow[] {
  const rows = new Map<string, TokenRow>();
  for (const exchange of exchanges) {
    for (const [text, capture] of new Map(exchange.captures.map((each) => [each.token, each]))) {
      const known = rows.get(text);
      const requests = (known?.requests ?? 0) + 1;
      rows.set(text, { text, summary: known?.summary ?? summaryOf(text), exchange, capture, requests });
    }
  }
  return [...rows.values()].reverse();
}

/** Reads each distinct token once, as long as it stays in the log. */
function rememberSummaries(): { of: Summarize; keepOnly(rows: readonly TokenRow[]): void } {
  let known = new Map<string, TokenSummary>();
  return {
    of: (text) => known.get(text) ?? summarize(text),
    keepOnly(rows) {
      known = new Map(rows.map((row) => [row.text, row.summary]));
    },
  };
}

/** The distinct tokens of the log, newest first. */
export function createTokens(log: ReadonlySignal<LogView>): ReadonlySignal<readonly TokenRow[]> {
  const summaries = rememberSummaries();
  return computed(() => {
    const rows = tokenRows(log.value.exchanges, summaries.of);
    summaries.keepOnly(rows);
    return rows;
  });
}
