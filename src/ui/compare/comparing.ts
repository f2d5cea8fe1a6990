import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { lineagesOf } from '../../core/traffic/lineage';
import type { Model } from '../model/model';
import { titleOf } from './tokenTitle';

/** A token that can be compared, as the lists name it. */
export interface Candidate {
  text: string;
  title: string;
}

/** Which two tokens are compared. */
export interface Comparing {
  candidates: ReadonlySignal<readonly Candidate[]>;
  before: ReadonlySignal<string | undefined>;
  after: ReadonlySignal<string | undefined>;
  /** The token that the later one took over from, where traffic showed it. */
  predecessor: ReadonlySignal<string | undefined>;
  /** A token that was pasted for this comparison alone. */
  pasted: Signal<string>;
  choose(side: 'before' | 'after', text: string): void;
  swap(): void;
}

const known = new WeakMap<Model, Comparing>();

/** The one comparison of a window: going to another view and back keeps it. */
export function comparingOf(model: Model): Comparing {
  const comparing = known.get(model) ?? createComparing(model);
  known.set(model, comparing);
  return comparing;
}

function createComparing(model: Model): Comparing {
  const { log } = model.surroundings;
  const pasted = signal('');
  const chosen = signal<Partial<Record<'before' | 'after', string>>>({});
  const candidates = computed(() => candidatesOf(model, pasted.value.trim()));
  const isThere = (text: string | undefined) => candidates.value.some((each) => each.text === text);
  const lineages = computed(() => lineagesOf(log.value.exchanges));
  const predecessorOf = (text: string | undefined) => {
    for (const { tokens } of lineages.value) {
      const at = tokens.findIndex(({ token }) => token === text);
      if (at > 0) return tokens[at - 1]?.token;
    }
    return undefined;
  };
  const after = computed(() =>
    isThere(chosen.value.after)
      ? chosen.value.after
      : (model.selection.text.value ?? candidates.value[0]?.text),
  );
  const predecessor = computed(() => predecessorOf(after.value));
  const before = computed(() => {
    if (isThere(chosen.value.before)) return chosen.value.before;
    return predecessor.value ?? candidates.value.find(({ text }) => text !== after.value)?.text;
  });
  return {
    candidates,
    before,
    after,
    predecessor,
    pasted,
    choose(side, text) {
      chosen.value = { ...chosen.value, [side]: text };
    },
    swap() {
      const [one, other] = [before.value, after.value];
      chosen.value = {
        ...(other !== undefined && { before: other }),
        ...(one !== undefined && { after: one }),
      };
    },
  };
}

/** Those of the log, newest first, then the pasted ones. */
function candidatesOf(model: Model, extra: string): readonly Candidate[] {
  const rows = model.tokens.value.filter(({ capture }) => !capture.opaque);
  const texts = [...model.pasted.tokens.value, ...(extra === '' ? [] : [extra])];
  const captured = rows.map((row) => ({ text: row.text, title: titleOf(row.text, model, row) }));
  const seen = new Set(captured.map(({ text }) => text));
  const pasted = [...new Set(texts)].filter((text) => !seen.has(text));
  return [...captured, ...pasted.map((text) => ({ text, title: titleOf(text, model) }))];
}
