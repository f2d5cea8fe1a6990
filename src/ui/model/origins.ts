import { computed, type ReadonlySignal } from '@preact/signals';
import type { Key } from '../../core/key/key';
import { originOf } from '../../core/traffic/origin';
import type { LogView } from '../surroundings';

/** The keys that can apply to a token: of those that are kept for one origin, the ones whose origin it went to. */
export type KeysFor = (text: string, keys: readonly Key[]) => readonly Key[];

/** For a token that was only pasted, every key can apply. */
export function createKeysFor(log: ReadonlySignal<LogView>): KeysFor {
  const origins = computed(() => originsByToken(log.value));
  /** One list for all tokens that the same keys apply to, so that it can be told whether they have changed. */
  const lists = new WeakMap<readonly Key[], Map<string, readonly Key[]>>();
  return (text, keys) => {
    if (keys.every(({ origin }) => origin === undefined)) return keys;
    const mine = origins.value.get(text);
    if (!mine) return keys;
    const some = keys.filter(({ origin }) => origin === undefined || mine.has(origin));
    const known = lists.get(keys) ?? new Map<string, readonly Key[]>();
    lists.set(keys, known);
    const name = some.map((key) => keys.indexOf(key)).join();
    const list = known.get(name) ?? some;
    known.set(name, list);
    return list;
  };
}

function originsByToken({ exchanges }: LogView): ReadonlyMap<string, ReadonlySet<string>> {
  const origins = new Map<string, Set<string>>();
  for (const { url, captures } of exchanges) {
    const origin = originOf(url);
    for (const { token } of captures) {
      const known = origins.get(token) ?? new Set();
      if (origin !== undefined) known.add(origin);
      origins.set(token, known);
    }
  }
  return origins;
}
