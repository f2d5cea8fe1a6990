import type { ReadonlySignal } from '@preact/signals';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';

interface Props {
  outcome: ReadonlySignal<MessageKey | undefined>;
  onCopy: (what: 'value' | 'path') => void;
}

const buttons = [
  ['value', 'copy', 'copy_value'],
  ['path', 'path', 'copy_path'],
] as const;

/** For the pointer: copies a claim's value or its path. The keys for it are the row's. */
export function CopyClaim({ outcome, onCopy }: Props) {
  const { say } = useLanguage();
  return (
    <span class="copy-claim">
      <span role="status" class="soft">
        {outcome.value && say(outcome.value)}
      </span>
      {buttons.map(([what, icon, title]) => (
        <button
          type="button"
          class="tool"
          key={what}
          tabIndex={-1}
          title={say(title)}
          onClick={() => onCopy(what)}
        >
          <Icon name={icon} />
          <span class="unseen">{say(title)}</span>
        </button>
      ))}
    </span>
  );
}
