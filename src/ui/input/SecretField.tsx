import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon';
import { useModel } from '../model/model';

interface Props {
  placeholder: string;
  describedBy: string;
  /** What stands between the text and the button that shows it. */
  children?: ComponentChildren;
}

/** Where a secret or a key is written; all fields of a window hold the same. Masked until it is asked for. */
export function SecretField({ placeholder, describedBy, children }: Props) {
  const { surroundings, language } = useModel();
  const { draft } = surroundings;
  const { say } = language;
  const revealed = useSignal(false);
  const put = (key: string) => {
    const { encoding, ...rest } = draft.value;
    draft.value = key === '' || encoding === undefined ? { ...rest, key } : { ...rest, key, encoding };
  };
  return (
    <div class="box">
      <Icon name="key" />
      <textarea
        class={revealed.value ? 'source' : 'source masked'}
        rows={1}
        aria-label={say('key_label')}
        aria-describedby={describedBy}
        placeholder={placeholder}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={draft.value.key}
        onInput={(event) => put(event.currentTarget.value)}
      />
      {children}
      <button
        type="button"
        class="tool"
        aria-pressed={revealed.value}
        title={say('key_reveal')}
        onClick={() => {
          revealed.value = !revealed.value;
        }}
      >
        <Icon name={revealed.value ? 'hidden' : 'shown'} />
        <span class="unseen">{say('key_reveal')}</span>
      </button>
    </div>
  );
}
