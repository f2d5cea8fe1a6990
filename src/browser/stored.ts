import { effect, type Signal, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { sessionItems } from './sessionItems';

/** Tells this window's own writes from the others', so that an echo never overtakes what is being typed. */
const self = crypto.randomUUID();

interface Stamped<T> {
  by: string;
  value: T;
}

/**
 * A value kept in a storage area, as a signal: setting it stores it, another window's change sets it. A value that
 * storage refuses (over quota) lives on in this window alone, and nothing older in its place; `onKept` is told.
 */
export async function stored<T extends object>(
  area: 'session' | 'local',
  key: string,
  fallback: T,
  onKept: (kept: boolean) => void = () => {},
): Promise<Signal<T>> {
  const storage = browser.storage[area];
  const read = (stamped: unknown): T => ({ ...fallback, ...(stamped as Stamped<T> | undefined)?.value });
  const reading = area === 'session' ? sessionItems() : storage.get(key);
  storage.onChanged.addListener(async (changes) => {
    const changed = changes[key]?.newValue as Stamped<T> | undefined;
    if (changes[key] === undefined || changed?.by === self) return;
    await reading;
    storedValue = read(changed);
    value.value = storedValue;
  });
  let storedValue = read((await reading)[key]);
  const value = signal(storedValue);
  effect(() => {
    if (value.value === storedValue) return;
    storedValue = value.value;
    const put = (kept: T) => storage.set({ [key]: { by: self, value: kept } });
    put(storedValue).then(
      () => onKept(true),
      () => {
        onKept(false);
        put(fallback).catch(() => {});
      },
    );
  });
  return value;
}
