import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Draft } from '../surroundings';

type TokensIn = (paste: string) => readonly string[] | Promise<readonly string[]>;

export interface Pasted {
  /** The tokens in the paste box; what stands there as a whole when no token is found in it. */
  tokens: ReadonlySignal<readonly string[]>;
  /** Whether they are still being found in a text that has come. */
  sought: ReadonlySignal<boolean>;
  /** Which of them is meant, from 0. */
  index: Signal<number>;
  dispose(): void;
}

const none: readonly string[] = [];

/** Finding tokens in text is not needed for the first paint, so it comes with the first text. */
const findLater: TokensIn = async (paste) => (await import('../token/tokensIn')).tokensIn(paste);

/** The tokens in the paste box, found anew when its text changes; a late answer is dropped. */
export function createPasted(draft: Signal<Draft>, tokensIn: TokensIn = findLater): Pasted {
  const tokens = signal(none);
  const paste = computed(() => draft.value.paste);
  let asked = 0;
  const find = async (mine: number) => {
    const text = paste.value;
    const found = text.trim() === '' ? none : await tokensIn(text);
    if (mine === asked) tokens.value = found;
  };
  const dispose = effect(() => void find(++asked));
  const sought = computed(() => paste.value.trim() !== '' && tokens.value.length === 0);
  return { tokens, sought, index: signal(0), dispose };
}
