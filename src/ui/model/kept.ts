import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Key, KeyReading } from '../../core/key/key';
import type { KeptKey } from '../surroundings';
import type { ReadKeys } from './keys';

/** A text of the keyring, read. */
export interface ReadKept extends KeptKey {
  reading: KeyReading;
}

export interface Kept {
  list: ReadonlySignal<readonly ReadKept[]>;
  dispose(): void;
}

/** The keys that are kept for the session. Each text is read once, so that a key stays the same through renaming. */
export function createKept(keyring: ReadonlySignal<readonly KeptKey[]>, readKeys: ReadKeys): Kept {
  const list = signal<readonly ReadKept[]>([]);
  let readings = new Map<string, KeyReading>();
  let asked = 0;
  const read = async (kept: readonly KeptKey[], mine: number) => {
    const known = await Promise.all(
      kept.map(async ({ text, encoding, origin, seenAt }) => {
        const source = seenAt === undefined ? 'yours' : 'traffic';
        const name = [encoding, source, origin, text].join('\n');
        const known = readings.get(name) ?? boundTo(origin, await readKeys(text, encoding, source));
        return [name, known] as const;
      }),
    );
    if (mine !== asked) return;
    readings = new Map(known);
    list.value = kept.flatMap((each, at) => {
      const reading = known[at]?.[1];
      return reading ? [{ ...each, reading }] : [];
    });
  };
  const dispose = effect(() => {
    asked += 1;
    if (keyring.value.length > 0 || list.peek().length > 0) void read(keyring.value, asked);
  });
  return { list, dispose };
}

/** The keys of a text that is kept for one origin say so themselves. */
function boundTo(origin: string | undefined, reading: KeyReading): KeyReading {
  if (origin === undefined || !reading.ok) return reading;
  return { ...reading, keys: reading.keys.map((key) => ({ ...key, origin })) };
}

/** The keys of a reading; none of one that failed. */
export function keysIn(reading: KeyReading | undefined): readonly Key[] {
  return reading?.ok ? reading.keys : [];
}
