import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Key, KeyReading, SecretEncoding } from '../../core/key/key';
import type { Draft } from '../surroundings';

type ReadKeys = (text: string, encoding?: SecretEncoding) => KeyReading | Promise<KeyReading>;

export interface Keys {
  /** What the text of the key box reads as; absent while the box is empty. */
  reading: ReadonlySignal<KeyReading | undefined>;
  all: ReadonlySignal<readonly Key[]>;
  dispose(): void;
}

const none: readonly Key[] = [];

/** Reading keys is not needed for the first paint, so it comes with the first key. */
const readLater: ReadKeys = async (text, encoding) =>
  (await import('../../core/key/readKeys')).readKeys(text, encoding);

/** The keys in the key box, read anew when its text or the encoding changes; a late answer is dropped. */
export function createKeys(draft: Signal<Draft>, readKeys: ReadKeys = readLater): Keys {
  const reading = signal<KeyReading | undefined>(undefined);
  const text = computed(() => draft.value.key);
  const encoding = computed(() => draft.value.encoding);
  let asked = 0;
  const read = async (mine: number) => {
    const answer = text.value === '' ? undefined : await readKeys(text.value, encoding.value);
    if (mine === asked) reading.value = answer;
  };
  const dispose = effect(() => void read(++asked));
  return { reading, all: computed(() => (reading.value?.ok ? reading.value.keys : none)), dispose };
}
