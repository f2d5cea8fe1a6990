import { useSignal } from '@preact/signals';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';

/** For how long it is said that copying went well or not, in milliseconds. */
const SAID_FOR_MS = 2_000;

/** Copies the token and says whether it worked. */
export function CopyButton({ text }: { text: string }) {
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
      <button type="button" class="tool" title={say('copy_token')} onClick={() => void copy()}>
        <Icon name={outcome.value === 'copied' ? 'done' : 'copy'} />
        <span class="unseen">{say('copy_token')}</span>
      </button>
    </span>
  );
}
