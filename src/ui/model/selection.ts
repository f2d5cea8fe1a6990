import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { findTokens } from '../../core/token/find';
import type { Times } from '../../core/token/lifetime';
import { readToken } from '../../core/token/read';
import type { Token } from '../../core/token/token';
import type { Draft } from '../surroundings';
import { readableTimes } from './lifetimes';
import type { TokenRow } from './tokens';

export interface Selection {
  /** The tokens in the paste box; what stands there as a whole when no token is found in it. */
  pasted: ReadonlySignal<readonly string[]>;
  /** Which of the pasted tokens is meant, from 0. */
  pastedIndex: Signal<number>;
  /** The row whose token is shown, when it is one of the list's. */
  row: ReadonlySignal<TokenRow | undefined>;
  /** The text of the token that is shown. */
  text: ReadonlySignal<string | undefined>;
  token: ReadonlySignal<Token | undefined>;
  /** Its times; absent when its claims cannot be read. */
  times: ReadonlySignal<Times | undefined>;
  /** Shows a captured token; without a text the pasted one, else the newest. */
  choose(text?: string): void;
}

/** The tokens in a pasted text, or the text itself, so that what is wrong with it can be told. */
export function tokensIn(paste: string): readonly string[] {
  const found = findTokens(paste).map((each) => each.text);
  const whole = paste.trim();
  if (found.length > 0 || whole === '') return found;
  return [whole];
}

/** Which token is shown: the chosen one, else the pasted one, else the newest. */
export function createSelection(
  draft: Signal<Draft>,
  tokens: ReadonlySignal<readonly TokenRow[]>,
): Selection {
  const paste = computed(() => draft.value.paste);
  const chosen = computed(() => draft.value.selected);
  const pasted = computed(() => tokensIn(paste.value));
  const pastedIndex = signal(0);
  const row = computed(() => {
    const chosenRow = tokens.value.find((each) => each.text === chosen.value);
    return chosenRow ?? (pasted.value.length > 0 ? undefined : tokens.value[0]);
  });
  const text = computed(() => row.value?.text ?? pasted.value[pastedIndex.value] ?? pasted.value[0]);
  const token = computed(() => (text.value === undefined ? undefined : readToken(text.value)));
  return {
    pasted,
    pastedIndex,
    row,
    text,
    token,
    times: computed(() => token.value && readableTimes(token.value)),
    choose(selected) {
      const { selected: _before, ...rest } = draft.value;
      draft.value = selected === undefined ? rest : { ...rest, selected };
    },
  };
}
