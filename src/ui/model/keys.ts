import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Key, KeyReading, KeySource, SecretEncoding } from '../../core/key/key';
import type { Draft, KeptKey } from '../surroundings';
import { createKept, keysIn, type ReadKept } from './kept';
import type { KeysFor } from './origins';

export type ReadKeys = (
  text: string,
  encoding?: SecretEncoding,
  source?: KeySource,
) => KeyReading | Promise<KeyReading>;

/** What the user calls a key, how its secret was read, and where it was seen. */
export type KeyOrigin = Partial<Pick<KeptKey, 'name' | 'encoding' | 'seenAt'>>;

export interface Keys {
  /** What the text of the key box reads as; absent while the box is empty. */
  reading: ReadonlySignal<KeyReading | undefined>;
  kept: ReadonlySignal<readonly ReadKept[]>;
  /** All that a token is checked against: those of the box first, then those that are kept. */
  all: ReadonlySignal<readonly Key[]>;
  /** Those that can apply to one token. */
  for(text: string): readonly Key[];
  originOf(key: Key): KeyOrigin;
  /** Takes what the box's text was opened as with a passphrase, which itself is kept nowhere. */
  open(text: string, reading: KeyReading): void;
  dispose(): void;
}

/** Reading keys is not needed for the first paint, so it comes with the first key. */
const readLater: ReadKeys = async (...given) => (await import('../../core/key/readKeys')).readKeys(...given);

/** The keys in the key box and on the keyring, read anew when a text or its encoding changes; a late answer is dropped. */
export function createKeys(
  draft: Signal<Draft>,
  keyring: ReadonlySignal<readonly KeptKey[]> = signal([]),
  readKeys: ReadKeys = readLater,
  keysFor: KeysFor = (_text, keys) => keys,
): Keys {
  const reading = signal<KeyReading | undefined>(undefined);
  const text = computed(() => draft.value.key);
  const encoding = computed(() => draft.value.encoding);
  const kept = createKept(keyring, readKeys);
  let asked = 0;
  const read = async (mine: number) => {
    const answer = text.value === '' ? undefined : await readKeys(text.value, encoding.value);
    if (mine === asked) reading.value = answer;
  };
  const dispose = effect(() => void read(++asked));
  const all = computed(() => [reading.value, ...kept.list.value.map((each) => each.reading)].flatMap(keysIn));
  return {
    reading,
    kept: kept.list,
    all,
    for: (tokenText) => keysFor(tokenText, all.value),
    originOf: (key) => originAmong(key, reading.value, kept.list.value),
    open(opened, answer) {
      if (opened === text.peek()) reading.value = answer;
    },
    dispose() {
      dispose();
      kept.dispose();
    },
  };
}

function originAmong(key: Key, box: KeyReading | undefined, kept: readonly ReadKept[]): KeyOrigin {
  if (keysIn(box).includes(key)) return box?.ok && box.encoding ? { encoding: box.encoding } : {};
  const found = kept.find(({ reading }) => keysIn(reading).includes(key));
  if (!found) return {};
  const { name, seenAt, reading } = found;
  return { name, seenAt, ...(reading.ok && reading.encoding && { encoding: reading.encoding }) };
}
