import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Model } from '../model/model';
import type { TokenRow } from '../model/tokens';

/** How many findings above info each token of the list has. */
export interface Tally {
  /** Undefined until it was looked at. */
  of(text: string): ReadonlySignal<number | undefined>;
  dispose(): void;
}

/** Counts the findings of one token. */
export type Count = (row: TokenRow, model: Model) => Promise<number>;

/** Of more tokens the newest are looked at. */
const MOST_TOKENS = 500;
/** A burst of requests is waited out, milliseconds. */
const REST_MS = 500;

const countLater: Count = async (row, model) => (await import('./countFindings')).countFindings(row, model);

interface Entry {
  count: Signal<number | undefined>;
  /** What it was counted from; when that changes it is counted anew. */
  of?: string;
}

/** Looks through the tokens of the list one after another, the newest first, and each again when it is sent again. */
export function createTally(model: Model, count: Count = countLater): Tally {
  const entries = new Map<string, Entry>();
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const entryOf = (text: string): Entry => {
    const entry = entries.get(text) ?? { count: signal(undefined) };
    entries.set(text, entry);
    return entry;
  };
  const look = async (rows: readonly TokenRow[], mine: number) => {
    for (const row of rows.slice(0, MOST_TOKENS)) {
      const entry = entryOf(row.text);
      const now = stateOf(row, model);
      if (entry.of === now || row.capture.opaque !== undefined) continue;
      const found = await count(row, model);
      if (mine !== round) return;
      entry.of = now;
      entry.count.value = found;
    }
  };
  const stop = effect(() => {
    const rows = model.tokens.value;
    watch(rows, model);
    const mine = ++round;
    const texts = new Set(rows.map(({ text }) => text));
    for (const text of entries.keys()) if (!texts.has(text)) entries.delete(text);
    clearTimeout(timer);
    if (rows.length > 0) timer = setTimeout(() => void look(rows, mine), REST_MS);
  });
  return {
    of: (text) => entryOf(text).count,
    dispose() {
      stop();
      clearTimeout(timer);
      round += 1;
    },
  };
}

/** What is said of a token changes with its verdict, and with what the user does not want to hear. */
function watch(rows: readonly TokenRow[], { verdicts, surroundings }: Model): void {
  void surroundings.settings.value;
  for (const { text } of rows.slice(0, MOST_TOKENS)) void verdicts.of(text).value;
}

function stateOf({ text, requests, exchange }: TokenRow, { verdicts, surroundings }: Model): string {
  const muted = JSON.stringify(surroundings.settings.peek().mutedFindings ?? []);
  return [requests, exchange.status, verdicts.of(text).peek()?.state, muted].join(' ');
}

const tallies = new WeakMap<Model, Tally>();

/** The tally of a window, begun when it is first asked for. */
export function tallyOf(model: Model): Tally {
  const known = tallies.get(model);
  if (known) return known;
  const tally = createTally(model);
  tallies.set(model, tally);
  model.endings.push(tally.dispose);
  return tally;
}
