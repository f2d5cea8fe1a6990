import type { Items } from '../../../src/core/traffic/logItems';
import type { LogStore } from '../../../src/core/traffic/writer';

/**
 * storage.session's twin in memory, because the writer's order of steps and its faults cannot be staged in a browser.
 * It keeps copies, counts bytes and rejects over quota as browsers do, and tells a listener what changed.
 */
export interface MemoryStore extends LogStore {
  items: Map<string, unknown>;
  writes: Items[];
  onChanged(listener: (changes: Items) => void): void;
  /** Called before each write; throwing makes the write fail. */
  beforeSet: (items: Items) => void | Promise<void>;
}

export function createMemoryStore(quota = Number.POSITIVE_INFINITY): MemoryStore {
  const items = new Map<string, unknown>();
  const listeners: ((changes: Items) => void)[] = [];
  const size = (entries: Iterable<[string, unknown]>) =>
    [...entries].reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
  const tell = (changes: Items) => {
    for (const listener of listeners) listener(structuredClone(changes));
  };
  const store: MemoryStore = {
    items,
    writes: [],
    beforeSet: () => {},
    onChanged: (listener) => void listeners.push(listener),
    async get(keys) {
      const wanted = keys ?? [...items.keys()];
      return structuredClone(
        Object.fromEntries(wanted.filter((key) => items.has(key)).map((key) => [key, items.get(key)])),
      );
    },
    async set(changes) {
      const copy = structuredClone(changes);
      await store.beforeSet(copy);
      if (size(new Map([...items, ...Object.entries(copy)])) > quota)
        throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(copy)) items.set(key, value);
      store.writes.push(copy);
      tell(copy);
    },
    async remove(keys) {
      for (const key of keys) items.delete(key);
      tell(Object.fromEntries(keys.map((key) => [key, undefined])));
    },
    bytesInUse: async () => size(items),
  };
  return store;
}
