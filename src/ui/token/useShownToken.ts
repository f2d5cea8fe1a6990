import { useComputed, useSignal } from '@preact/signals';
import { type Reading, readingOf } from '../../core/token/reading';
import { useModel } from '../model/model';
import { readableTimes } from './readableTimes';
import type { Choice, Shown } from './shown';

const asItIs: Choice = { mended: false, layer: 0 };

/** The text that is looked at, read, and what of it was chosen; undefined while there is none. */
export function useShownToken(): Shown | undefined {
  const { selection } = useModel();
  const chosen = useSignal<Choice & { text?: string }>(asItIs);
  const given = useComputed(() => {
    const text = selection.text.value;
    return text === undefined ? undefined : { text, reading: readingOf(text) };
  });
  return useComputed((): Shown | undefined => {
    if (!given.value) return undefined;
    const { text, reading } = given.value;
    const choice = chosen.value.text === text ? chosen.value : asItIs;
    const choose = (more: Partial<Choice>) => {
      chosen.value = { ...choice, ...more, text };
    };
    return { text, choose, ...lookedAt(reading, choice) };
  }).value;
}

/** What a choice leads to; one that leads nowhere shows the text as it is. */
function lookedAt(whole: Reading, { mended, layer }: Choice): Omit<Shown, 'text' | 'choose'> {
  const isMended = mended && whole.mended !== undefined;
  const reading =
    isMended && whole.mended ? { ...readingOf(whole.mended.text), mended: whole.mended } : whole;
  const token = reading.layers[layer] ?? reading.layers[0];
  return { reading, mended: isMended, layer, token, times: readableTimes(token) };
}
