import { computed, type ReadonlySignal } from '@preact/signals';
import type { TokenSummary } from '../../core/token/fastSummary';
import type { Capture, Exchange } from '../../core/traffic/exchange';
import type { LogView } from '../surroundings';
import { createSummaries, type Summaries, type Summarize } from './summaries';

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

/** What there is to know of a text that nobody but its issuer can read. */
const unreadable: TokenSummary = { valid: false, timeNotes: [] };

/** One row per distinct token, the one seen first last, so that a row never moves when its token is sent again. */
export function tokenRows(exchanges: readonly Exchange[], summaryOf: Summarize): TokenRow[] {
  const rows = new Map<string, TokenRow>();
  for (const exchange of exchanges) {
    for (const [text, capture] of new Map(exchange.captures.map((each) => [each.token, each]))) {
      const known = rows.get(text);
      const requests = (known?.requests ?? 0) + 1;
      const summary = known?.summary ?? (capture.opaque ? unreadable : summaryOf(text));
      rows.set(text, { text, summary, exchange, capture, requests });
    }
  }
  return [...rows.values()].reverse();
}

/** The distinct tokens of the log, newest first. */
export function createTokens(
  log: ReadonlySignal<LogView>,
  summaries: Summaries = createSummaries(),
): ReadonlySignal<readonly TokenRow[]> {
  return computed(() => {
    const rows = tokenRows(log.value.exchanges, summaries.of);
    summaries.keepOnly(rows.map(({ text }) => text));
    return rows;
  });
}
