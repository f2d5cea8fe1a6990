import { effect, type Signal, signal } from '@preact/signals';
import { stored } from './stored';

/** The keys that the user keeps, in session memory: one list for all windows, gone with the browser. */
export async function keyringOf<Kept>(): Promise<Signal<readonly Kept[]>> {
  const store = await stored('session', 'keyring', { kept: [] as readonly Kept[] });
  const list = signal(store.peek().kept);
  effect(() => {
    list.value = store.value.kept;
  });
  effect(() => {
    if (list.value !== store.peek().kept) store.value = { kept: list.value };
  });
  return list;
}
