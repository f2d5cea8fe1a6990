import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Draft } from '../surroundings';
import type { Pasted } from './pasted';
import { rowIn, type TokenRow } from './tokens';

export interface Selection {
  /** The row whose token is shown, when it is one of the list's. */
  row: ReadonlySignal<TokenRow | undefined>;
  /** The text of the token that is shown. */
  text: ReadonlySignal<string | undefined>;
  /** Shows a captured token; without a text the pasted one, else the newest. */
  choose(text?: string): void;
}

/** Which token is shown: the chosen one, else the pasted one, else the newest. */
export function createSelection(
  draft: Signal<Draft>,
  pasted: Pasted,
  tokens: ReadonlySignal<readonly TokenRow[]>,
): Selection {
  const chosen = computed(() => draft.value.selected);
  const isPasted = computed(() => draft.value.paste.trim() !== '');
  const row = computed(() => {
    const chosenRow = rowIn(tokens.value, chosen.value);
    return chosenRow ?? (isPasted.value ? undefined : newest(tokens.value));
  });
  const text = computed(
    () => row.value?.text ?? pasted.tokens.value[pasted.index.value] ?? pasted.tokens.value[0],
  );
  return {
    row,
    text,
    choose(selected) {
      const { selected: _before, ...rest } = draft.value;
      draft.value = selected === undefined ? rest : { ...rest, selected };
    },
  };
}

/** One that can be read, where there is one. */
const newest = (rows: readonly TokenRow[]) => rows.find(({ capture }) => !capture.opaque) ?? rows[0];
