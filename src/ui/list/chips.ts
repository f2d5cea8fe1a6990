import { computed, type ReadonlySignal } from '@preact/signals';
import { lifetimeAt } from '../../core/token/lifetime';
import { changeOf } from '../../core/traffic/change';
import { createCount } from '../../core/traffic/counting';
import { tallyOf } from '../findings/tally';
import { summaryTimes } from '../model/lifetimes';
import type { Model } from '../model/model';
import { rowIn, type TokenRow } from '../model/tokens';
import type { Term } from '../query/parse';
import type { State } from '../query/words';
import type { MessageKey } from '../say';
import type { Surroundings } from '../surroundings';
import type { Tone } from '../tone';

export interface Chip {
  title: MessageKey;
  /** What it narrows the list to. */
  terms: readonly Term[];
  tone?: Tone;
}

const only = (state: State): readonly Term[] => [
  { negated: false, field: 'is', value: state, span: { start: 0, end: 0 } },
];

/** The list at one click: what people look for most. */
export const chips = {
  all: { title: 'chip_all', terms: [] },
  expiring: { title: 'chip_expiring', terms: only('expiring'), tone: 'warn' },
  expired: { title: 'chip_expired', terms: only('expired'), tone: 'bad' },
  wrong: { title: 'chip_wrong', terms: only('wrong'), tone: 'bad' },
  refused: { title: 'chip_refused', terms: only('refused'), tone: 'bad' },
  flagged: { title: 'chip_flagged', terms: only('flagged'), tone: 'warn' },
} as const satisfies Record<string, Chip>;

export type ChipName = keyof typeof chips;
export const chipNames = Object.keys(chips) as readonly ChipName[];

type Counts = Readonly<Record<ChipName, number>>;

/** How many tokens each chip would leave, kept true as time goes and verdicts come. The work is for what changed. */
export function createCounts(model: Model): ReadonlySignal<Counts> {
  const { tokens, verdicts, surroundings } = model;
  const times = createTimeCounts(tokens, surroundings);
  const countRefused = createCount<TokenRow>(({ refused }) => refused > 0);
  const refused = computed(() => countRefused(tokens.value));
  const flagged = computed(() => tallyOf(model).flagged());
  const wrong = computed(() => countIn(tokens.value, verdicts.wrong.value.texts));
  return computed(() => ({
    all: tokens.value.length,
    expiring: times.value.expiring,
    expired: times.value.expired,
    wrong: wrong.value,
    refused: refused.value,
    flagged: flagged.value,
  }));
}

/** How many of these texts are tokens of the list; others were only pasted. */
function countIn(rows: readonly TokenRow[], texts: ReadonlySet<string>): number {
  let count = 0;
  for (const text of texts) if (rowIn(rows, text)) count++;
  return count;
}

interface Flags {
  expiring: number;
  expired: number;
}

/** The counts at a moment, and until when no token turns. */
interface Counted {
  rows: readonly TokenRow[];
  lead: number;
  fromMs: number;
  untilMs: number;
  flags: Flags;
}

/** Counted anew when a token turns, not at every tick of the clock; of a list that changes, only what changed is. */
function createTimeCounts(tokens: Model['tokens'], { now, settings }: Surroundings): ReadonlySignal<Flags> {
  let last: Counted | undefined;
  return computed(() => {
    const rows = tokens.value;
    const lead = settings.value.nearExpirySeconds;
    const nowMs = now.value;
    const holds = last?.lead === lead && last.fromMs <= nowMs && nowMs < last.untilMs;
    if (last && holds && last.rows === rows) return last.flags;
    const before = last && holds ? last : undefined;
    const { gone, come } = changeOf(before?.rows ?? [], rows);
    const flags = { ...(before?.flags ?? { expiring: 0, expired: 0 }) };
    let untilMs = before?.untilMs ?? Number.POSITIVE_INFINITY;
    for (const row of gone) countTime(flags, row, nowMs, lead, -1);
    for (const row of come) untilMs = Math.min(untilMs, countTime(flags, row, nowMs, lead, 1));
    last = { rows, lead, fromMs: before?.fromMs ?? nowMs, untilMs, flags };
    return flags;
  });
}

/** Adds a row to the counts, or takes it away; gives when it turns next, in milliseconds. */
function countTime(flags: Flags, { summary }: TokenRow, nowMs: number, lead: number, by: 1 | -1): number {
  const times = summaryTimes(summary);
  const { state, nextTurnMs = Number.POSITIVE_INFINITY } = times ? lifetimeAt(times, nowMs, lead) : unknown;
  if (state === 'expiring' || state === 'expired') flags[state] += by;
  return nextTurnMs;
}

const unknown: { state: 'unknown'; nextTurnMs?: number } = { state: 'unknown' };
