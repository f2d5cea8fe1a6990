import { refusedBy } from '../../core/refusals/refused';
import type { Scene } from '../../core/refusals/trouble';
import { type Exchange, isSent } from '../../core/traffic/exchange';
import type { Lineage, LineageToken } from '../../core/traffic/lineage';
import { originOf } from '../../core/traffic/origin';

/** What happens to a token at a moment. Each has a shape of its own in the picture and a sentence under `mark_`. */
export const markKinds = ['login', 'refresh', 'found', 'used', 'refused', 'expired', 'logout'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Times are milliseconds since the epoch. */
export interface Mark {
  ms: number;
  kind: MarkKind;
  token: string;
  exchange?: Exchange;
}

/** One token's time in its lane. */
export interface Bar {
  token: string;
  fromMs: number;
  /** Until when it was the one in use. */
  usedToMs: number;
  /** Until when it is valid; the same where it says nothing of that. */
  endMs: number;
}

/** A lineage as the picture shows it, or an origin's refused requests that carried no token. */
export interface Lane {
  id: string;
  origin: string;
  /** Absent where no token travelled. */
  lineage?: Lineage;
  bars: readonly Bar[];
  /** Oldest first. */
  marks: readonly Mark[];
}

/** A token that never expires would make everything else too small to see; so would one in milliseconds. */
const LONGEST_AHEAD_MS = 30 * 86_400_000;

/** The lanes of the picture, the lineages seen first on top. */
export function lanesOf({ reading, times }: Pick<Scene, 'reading' | 'times'>): Lane[] {
  const lanes = reading.lineages.map((lineage): Lane => {
    const bars = lineage.tokens.map((entry) => barOf(entry, times(entry.token).expSeconds));
    const marks = lineage.tokens.flatMap((entry, at) =>
      marksOf(entry, bars[at], times(entry.token).expSeconds),
    );
    const { id, origin } = lineage;
    return { id, origin, lineage, bars, marks: marks.sort((a, b) => a.ms - b.ms) };
  });
  return [...lanes, ...tokenless(reading.steps.map(({ exchange }) => exchange))];
}

/** Refused requests without a token, a lane for each origin. */
function tokenless(exchanges: readonly Exchange[]): Lane[] {
  const lanes = new Map<string, Mark[]>();
  for (const exchange of exchanges) {
    if (exchange.captures.some(({ carrier }) => isSent(carrier)) || !refusedBy(exchange)) continue;
    const origin = originOf(exchange.url) ?? '';
    const mark: Mark = { ms: exchange.startedMs, kind: 'refused', token: '', exchange };
    lanes.set(origin, [...(lanes.get(origin) ?? []), mark]);
  }
  return [...lanes].map(([origin, marks]) => ({ id: `${origin} none`, origin, bars: [], marks }));
}

function barOf(entry: LineageToken, expSeconds: number | undefined): Bar {
  const { token, firstSeenMs, replacedMs, loggedOutMs, uses } = entry;
  const lastMs = Math.max(firstSeenMs, uses.at(-1)?.endedMs ?? uses.at(-1)?.startedMs ?? 0);
  const expMs =
    expSeconds === undefined ? lastMs : Math.min(expSeconds * 1000, firstSeenMs + LONGEST_AHEAD_MS);
  const endMs = Math.max(firstSeenMs, expMs);
  const usedToMs = Math.min(Math.max(firstSeenMs, replacedMs ?? loggedOutMs ?? endMs), endMs);
  return { token, fromMs: firstSeenMs, usedToMs, endMs };
}

function marksOf(entry: LineageToken, bar: Bar | undefined, expSeconds: number | undefined): Mark[] {
  const { token, begin, firstSeenMs, issued, uses, loggedOutMs } = entry;
  const expires = expSeconds !== undefined && bar !== undefined && expSeconds * 1000 <= bar.endMs;
  return [
    { ms: firstSeenMs, kind: begin, token, ...(issued && { exchange: issued }) },
    ...uses.map(
      (exchange): Mark => ({
        ms: exchange.startedMs,
        kind: refusedBy(exchange) ? 'refused' : 'used',
        token,
        exchange,
      }),
    ),
    ...(loggedOutMs === undefined ? [] : [{ ms: loggedOutMs, kind: 'logout', token } as const]),
    ...(expires ? [{ ms: expSeconds * 1000, kind: 'expired', token } as const] : []),
  ];
}

/** The span of time that shows all of it, with some of what is to come. Milliseconds since the epoch. */
export function spanOf(lanes: readonly Lane[], nowMs: number): { fromMs: number; toMs: number } {
  let fromMs = Number.POSITIVE_INFINITY;
  let lastMs = nowMs;
  let endMs = nowMs;
  for (const { bars, marks } of lanes) {
    for (const bar of bars) {
      fromMs = Math.min(fromMs, bar.fromMs);
      endMs = Math.max(endMs, bar.endMs);
    }
    for (const { ms, kind } of marks) {
      fromMs = Math.min(fromMs, ms);
      if (kind !== 'expired') lastMs = Math.max(lastMs, ms);
    }
  }
  if (!Number.isFinite(fromMs)) fromMs = nowMs - 60_000;
  const past = Math.max(lastMs - fromMs, 10_000);
  const toMs = Math.min(endMs, lastMs + past / 3);
  return { fromMs: fromMs - past * 0.03, toMs: toMs + past * 0.05 };
}
