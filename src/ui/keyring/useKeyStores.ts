import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useModel } from '../model/model';
import type { KeyStores, Surroundings } from '../surroundings';

const opened = new WeakMap<Surroundings, Promise<KeyStores>>();

/** Where keys come from besides the key box; undefined until that is known. */
export function useKeyStores(): KeyStores | undefined {
  const { surroundings } = useModel();
  const stores = useSignal<KeyStores | undefined>(undefined);
  useEffect(() => {
    const opening = opened.get(surroundings) ?? surroundings.keyStores();
    opened.set(surroundings, opening);
    void opening.then((found) => {
      stores.value = found;
    });
  }, [surroundings, stores]);
  return stores.value;
}
