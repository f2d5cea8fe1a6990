import { computed, type ReadonlySignal } from '@preact/signals';
import { lifetimeAt } from '../../core/token/lifetime';
import { summaryTimes } from '../model/lifetimes';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { stateTests } from '../query/fields';
import type { Term } from '../query/parse';
import type { Subjects } from '../query/subjects';
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

/** How many tokens each chip would leave, kept true as time goes and verdicts come. */
export function createCounts(
  { tokens, verdicts, surroundings }: Model,
  subjects: Subjects,
): ReadonlySignal<Counts> {
  const times = createTimeCounts(tokens, surroundings);
  const refused = computed(() => count(tokens.value, (row) => stateTests.refused(subjects.of(row))));
  const flagged = computed(() => count(tokens.value, (row) => stateTests.flagged(subjects.of(row))));
  const wrong = computed(() => count(tokens.value, (row) => verdicts.of(row.text).value?.state === 'wrong'));
  return computed(() => ({
    all: tokens.value.length,
    expiring: times.value.expiring,
    expired: times.value.expired,
    wrong: wrong.value,
    refused: refused.value,
    flagged: flagged.value,
  }));
}

const count = (rows: readonly TokenRow[], holds: (row: TokenRow) => boolean) =>
  rows.reduce((sum, row) => sum + Number(holds(row)), 0);

/** Counted anew when the list changes or a token turns, not at every tick of the clock. */
function createTimeCounts(tokens: Model['tokens'], { now, settings }: Surroundings) {
  let last = { rows: tokens.peek(), lead: -1, fromMs: 0, untilMs: 0, flags: { expiring: 0, expired: 0 } };
  return computed(() => {
    const rows = tokens.value;
    const lead = settings.value.nearExpirySeconds;
    const nowMs = now.value;
    const holds = last.rows === rows && last.lead === lead && last.fromMs <= nowMs && nowMs < last.untilMs;
    if (!holds) last = { rows, lead, fromMs: nowMs, ...flagsAt(rows, nowMs, lead) };
    return last.flags;
  });
}

function flagsAt(rows: readonly TokenRow[], nowMs: number, lead: number) {
  const flags = { expiring: 0, expired: 0 };
  let untilMs = Number.POSITIVE_INFINITY;
  for (const { summary } of rows) {
    const times = summaryTimes(summary);
    const lifetime = times && lifetimeAt(times, nowMs, lead);
    if (!lifetime) continue;
    if (lifetime.state === 'expiring' || lifetime.state === 'expired') flags[lifetime.state]++;
    untilMs = Math.min(untilMs, lifetime.nextTurnMs ?? untilMs);
  }
  return { flags, untilMs };
}
