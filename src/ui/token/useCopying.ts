import { useSignal } from '@preact/signals';
import { useModel } from '../model/model';

/** For how long it is said that copying went well or not, in milliseconds. */
const SAID_FOR_MS = 2_000;

/** Copies a text, or what a text is made of takes a while; `outcome` says how it goes, and for a while whether it worked. */
export function useCopying() {
  const { actions } = useModel().surroundings;
  const outcome = useSignal<'copying' | 'copied' | 'copy_failed' | undefined>(undefined);
  const copy = async (making: string | Promise<string | undefined>) => {
    if (typeof making !== 'string') outcome.value = 'copying';
    const text = await Promise.resolve(making).catch(() => undefined);
    outcome.value = text !== undefined && (await actions.copy(text)) ? 'copied' : 'copy_failed';
    setTimeout(() => {
      outcome.value = undefined;
    }, SAID_FOR_MS);
  };
  return { outcome, copy };
}
