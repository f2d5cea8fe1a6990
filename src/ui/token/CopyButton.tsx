import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';
import { useCopying } from './useCopying';

/** Copies a text and says whether it worked. With a `label` that is written out, else it is for the token. */
export function CopyButton({ text, label }: { text: string; label?: MessageKey }) {
  const { say } = useLanguage();
  const { outcome, copy } = useCopying();
  return (
    <span class="copy">
      <span role="status">{outcome.value && say(outcome.value)}</span>
      <button type="button" class="tool" title={say(label ?? 'copy_token')} onClick={() => void copy(text)}>
        <Icon name={outcome.value === 'copied' ? 'done' : 'copy'} />
        <span class={label ? '' : 'unseen'}>{say(label ?? 'copy_token')}</span>
      </button>
    </span>
  );
}
