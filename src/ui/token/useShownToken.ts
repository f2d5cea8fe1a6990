import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { type Reading, readingOf } from '../../core/token/reading';
import { useModel } from '../model/model';
import { readableTimes } from './readableTimes';
import { inWorker, isLong } from './reader';
import type { Choice, Shown } from './shown';

const asItIs: Choice = { mended: false, layer: 0 };

/** A window has a token to show, waits for a long one, has failed to read one, or has nothing to show. */
interface Looking {
  shown: Shown | undefined;
  busy: boolean;
  failed: boolean;
}

interface Given {
  text: string;
  reading: Reading;
}

/** The text that is looked at, as read as can be: a long one is read in a worker, and absent until it is. */
function useGiven() {
  const { selection } = useModel();
  const long = useSignal<Given | undefined>(undefined);
  const failed = useSignal(false);
  useSignalEffect(() => {
    const text = selection.text.value;
    const unwanted = new AbortController();
    const read = async (wanted: string) => {
      const reading = await inWorker({ name: 'read', args: [wanted] }, unwanted.signal);
      long.value = { text: wanted, reading };
    };
    failed.value = false;
    if (text !== undefined && isLong(text)) {
      read(text).catch(() => {
        failed.value = true;
      });
    } else long.value = undefined;
    return () => unwanted.abort();
  });
  const given = useComputed((): Given | undefined => {
    const text = selection.text.value;
    if (text === undefined) return undefined;
    if (!isLong(text)) return { text, reading: readingOf(text) };
    return long.value?.text === text ? long.value : undefined;
  });
  return { given, failed };
}

/** The text that is looked at, read, and what of it was chosen; undefined while there is none. */
export function useShownToken(): Looking {
  const { selection } = useModel();
  const { given, failed } = useGiven();
  const chosen = useSignal<Choice & { text?: string }>(asItIs);
  const shown = useComputed((): Shown | undefined => {
    if (!given.value) return undefined;
    const { text, reading } = given.value;
    if (selection.row.value?.capture.opaque) return opaque(text, reading);
    const choice = chosen.value.text === text ? chosen.value : asItIs;
    const choose = (more: Partial<Choice>) => {
      chosen.value = { ...choice, ...more, text };
    };
    return { text, choose, ...lookedAt(reading, choice) };
  }).value;
  const waits = !shown && selection.text.value !== undefined;
  return { shown, busy: waits && !failed.value, failed: waits && failed.value };
}

/** A token that nobody but its issuer can read is not read: it is shown as what it is, or what it resembles. */
function opaque(text: string, { layers, lookalike = { kind: 'opaque', text } }: Reading): Shown {
  const [token] = layers;
  const reading: Reading = { layers: [token], lookalike };
  return { text, choose: () => {}, reading, ...asItIs, token, times: undefined };
}

/** What a choice leads to; one that leads nowhere shows the text as it is. */
function lookedAt(whole: Reading, { mended, layer }: Choice): Omit<Shown, 'text' | 'choose'> {
  const isMended = mended && whole.mended !== undefined;
  const reading =
    isMended && whole.mended ? { ...readingOf(whole.mended.text), mended: whole.mended } : whole;
  const token = reading.layers[layer] ?? reading.layers[0];
  return { reading, mended: isMended, layer, token, times: readableTimes(token) };
}
