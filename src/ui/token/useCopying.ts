import { useSignal } from '@preact/signals';
import { useModel } from '../model/model';

/** For how long it is said that copying went well or not, in milliseconds. */
const SAID_FOR_MS = 2_000;

/** Copies a text; `outcome` says for a while whether it worked. */
export function useCopying() {
  const { actions } = useModel().surroundings;
  const outcome = useSignal<'copied' | 'copy_failed' | undefined>(undefined);
  const copy = async (text: string) => {
    outcome.value = (await actions.copy(text)) ? 'copied' : 'copy_failed';
    setTimeout(() => {
      outcome.value = undefined;
    }, SAID_FOR_MS);
  };
  return { outcome, copy };
}
