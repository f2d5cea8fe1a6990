import type { Exchange } from '../traffic/exchange';
import { originOf } from '../traffic/origin';

/** By how much a server's clock is ahead of this computer's, over a span of time. All in milliseconds. */
export interface ClockSpan {
  origin: string;
  fromMs: number;
  toMs: number;
  /** The truth lies between these two; a Date header has whole seconds (RFC 9110 section 5.6.7). */
  leastMs: number;
  mostMs: number;
  exchanges: Exchange[];
}

/** How servers' clocks stand to this computer's, as their Date headers tell. */
export interface Clocks {
  spans: readonly ClockSpan[];
  /** What an origin's clock showed when this computer's showed `localMs`; the same where nothing is known of it. */
  serverMs(origin: string | undefined, localMs: number): number;
  /** By how much an origin's clock was ahead, where it is known. */
  aheadMs(origin: string | undefined, localMs: number): number | undefined;
}

/** A Date header's fraction of a second, and a server's own time between writing it and answering. */
const SLACK_MS = 1_500;

export function clocksOf(exchanges: readonly Exchange[]): Clocks {
  const byOrigin = new Map<string, ClockSpan[]>();
  for (const exchange of exchanges) addTo(byOrigin, exchange);
  const spans = new Map([...byOrigin].map(([origin, all]) => [origin, trusted(all)]));
  const aheadMs = (origin: string | undefined, localMs: number) => {
    const span = nearest(spans.get(origin ?? '') ?? [], localMs);
    return span && middle(span);
  };
  return {
    spans: [...spans.values()].flat(),
    aheadMs,
    serverMs: (origin, localMs) => localMs + (aheadMs(origin, localMs) ?? 0),
  };
}

/** How far a span's clock is ahead, as well as can be told. */
export const middle = ({ leastMs, mostMs }: Pick<ClockSpan, 'leastMs' | 'mostMs'>) => (leastMs + mostMs) / 2;

function addTo(byOrigin: Map<string, ClockSpan[]>, exchange: Exchange): void {
  const one = spanOf(exchange);
  if (!one) return;
  const known = byOrigin.get(one.origin) ?? [];
  byOrigin.set(one.origin, known);
  const last = known.at(-1);
  if (last && overlap(last, one)) widen(last, one);
  else known.push(one);
}

/** What one answer tells: the server wrote its Date after the request began and before the answer was here. */
function spanOf(exchange: Exchange): ClockSpan | undefined {
  const { serverDateMs, startedMs, endedMs = startedMs, url } = exchange;
  const origin = originOf(url);
  if (serverDateMs === undefined || origin === undefined) return undefined;
  return {
    origin,
    fromMs: startedMs,
    toMs: endedMs,
    leastMs: serverDateMs - endedMs,
    mostMs: serverDateMs + 1_000 - startedMs,
    exchanges: [exchange],
  };
}

const overlap = (a: ClockSpan, b: ClockSpan) =>
  a.leastMs <= b.mostMs + SLACK_MS && b.leastMs <= a.mostMs + SLACK_MS;

function widen(span: ClockSpan, { leastMs, mostMs, toMs, exchanges }: ClockSpan): void {
  const least = Math.max(span.leastMs, leastMs);
  const most = Math.min(span.mostMs, mostMs);
  if (least <= most) Object.assign(span, { leastMs: least, mostMs: most });
  span.toMs = Math.max(span.toMs, toMs);
  span.exchanges.push(...exchanges);
}

/** An answer out of a cache has the Date of long ago. It stands alone, and so it is left out where others speak. */
function trusted(spans: readonly ClockSpan[]): ClockSpan[] {
  const kept = spans.filter(({ exchanges }) => exchanges.length > 1 || spans.length === 1);
  const joined: ClockSpan[] = [];
  for (const span of kept.length > 0 ? kept : spans) {
    const last = joined.at(-1);
    if (last && overlap(last, span)) widen(last, span);
    else joined.push({ ...span, exchanges: [...span.exchanges] });
  }
  return joined;
}

function nearest(spans: readonly ClockSpan[], localMs: number): ClockSpan | undefined {
  const far = ({ fromMs, toMs }: ClockSpan) => Math.max(0, fromMs - localMs, localMs - toMs);
  return spans.reduce<ClockSpan | undefined>(
    (best, span) => (best === undefined || far(span) < far(best) ? span : best),
    undefined,
  );
}
