import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { KeyReadingNotes } from '../input/KeyReadingNotes';
import { Passphrase } from '../input/Passphrase';
import { useModel } from '../model/model';

/** The same box for a secret or key as beside the token: what is typed in one stands in the other. */
export function SecretBox({ children }: { children: ComponentChildren }) {
  const { keys, surroundings, language } = useModel();
  const { draft } = surroundings;
  const reading = keys.reading.value;
  const locked = reading?.ok === false && reading.fault.code === 'pem-encrypted';
  const revealed = useSignal(false);
  const notes = useId();
  const put = (key: string) => {
    const { encoding, ...rest } = draft.value;
    draft.value = key === '' || encoding === undefined ? { ...rest, key } : { ...rest, key, encoding };
  };
  return (
    <div class="key">
      <div class="box">
        <Icon name="key" />
        <textarea
          class={revealed.value ? 'source' : 'source masked'}
          rows={1}
          aria-label={language.say('key_label')}
          aria-describedby={notes}
          placeholder={language.say('wb_key_placeholder')}
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
          title={language.say('key_reveal')}
          onClick={() => {
            revealed.value = !revealed.value;
          }}
        >
          <Icon name={revealed.value ? 'hidden' : 'shown'} />
          <span class="unseen">{language.say('key_reveal')}</span>
        </button>
      </div>
      <div id={notes}>
        <KeyReadingNotes />
      </div>
      {locked && <Passphrase />}
    </div>
  );
}
