import { useSignal } from '@preact/signals';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import type { MessageKey } from '../say';

/** For how long it is said that copying went well or not, in milliseconds. */
const SAID_FOR_MS = 2_000;

/** Copies a text and says whether it worked. With a `label` that is written out, else it is for the token. */
export function CopyButton({ text, label }: { text: string; label?: MessageKey }) {
  const { actions } = useModel().surroundings;
  const { say } = useLanguage();
  const outcome = useSignal<'copied' | 'copy_failed' | undefined>(undefined);
  const copy = async () => {
    outcome.value = (await actions.copy(text)) ? 'copied' : 'copy_failed';
    setTimeout(() => {
      outcome.value = undefined;
    }, SAID_FOR_MS);
  };
  return (
    <span class="copy">
      <span role="status">{outcome.value && say(outcome.value)}</span>
      <button type="button" class="tool" title={say(label ?? 'copy_token')} onClick={() => void copy()}>
        <Icon name={outcome.value === 'copied' ? 'done' : 'copy'} />
        <span class={label ? '' : 'unseen'}>{say(label ?? 'copy_token')}</span>
      </button>
    </span>
  );
}
