import { effect, signal } from '@preact/signals';
import type { Model } from '../model/model';
import { rowIn, type TokenRow } from '../model/tokens';

/** How many findings above info each token of the list has. Reads signals, so it is to be asked within a computed. */
export interface Tally {
  /** Undefined until it was looked at. */
  of(text: string): number | undefined;
  /** How many tokens have any. */
  flagged(): number;
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
  count: number;
  /** What it was counted from; when that changes it is counted anew. */
  of: string;
}

/** Looks through the tokens of the list one after another, the newest first, and each again when it is sent again. */
export function createTally(model: Model, count: Count = countLater): Tally {
  const entries = new Map<string, Entry>();
  /** Counts the changes of the entries, for those who look at them. */
  const changes = signal(0);
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (rows: readonly TokenRow[], mine: number) => {
    for (const row of rows.slice(0, MOST_TOKENS)) {
      const known = entries.get(row.text);
      const now = stateOf(row, model);
      if (known?.of === now || row.capture.opaque !== undefined) continue;
      const found = await count(row, model);
      if (mine !== round) return;
      entries.set(row.text, { count: found, of: now });
      if (found !== known?.count) changes.value += 1;
    }
  };
  const forget = (rows: readonly TokenRow[]) => {
    const before = entries.size;
    for (const text of entries.keys()) if (!rowIn(rows, text)) entries.delete(text);
    if (entries.size < before) changes.value = changes.peek() + 1;
  };
  const stop = effect(() => {
    const rows = model.tokens.value;
    watch(rows, model);
    const mine = ++round;
    forget(rows);
    clearTimeout(timer);
    if (rows.length > 0) timer = setTimeout(() => void look(rows, mine), REST_MS);
  });
  return {
    of(text) {
      void changes.value;
      return entries.get(text)?.count;
    },
    flagged() {
      void changes.value;
      return [...entries.values()].filter(({ count }) => count > 0).length;
    },
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
