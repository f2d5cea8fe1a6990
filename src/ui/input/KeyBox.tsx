import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { Later } from '../Later';
import { verifyAll } from '../model/continuous';
import { useLanguage, useModel } from '../model/model';
import { DoctorCall } from './DoctorCall';
import { EncodingChoice } from './EncodingChoice';
import { KeyReadingNotes } from './KeyReadingNotes';
import { SignatureReason } from './SignatureReason';

const loadKeyMore = async () => (await import('./KeyMore')).KeyMore;

/** The box for a secret or a key. What stands in it is masked until it is asked for. */
export function KeyBox() {
  const model = useModel();
  const { surroundings } = model;
  const { draft } = surroundings;
  const { say } = useLanguage();
  const revealed = useSignal(false);
  const notes = useId();
  useEffect(() => verifyAll(model), [model]);
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
          aria-label={say('key_label')}
          aria-describedby={`${notes}-why ${notes}`}
          placeholder={say('key_placeholder')}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          value={draft.value.key}
          onInput={(event) => put(event.currentTarget.value)}
        />
        <EncodingChoice />
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
      <div id={`${notes}-why`}>
        <SignatureReason />
      </div>
      <DoctorCall />
      <div id={notes}>
        <KeyReadingNotes />
      </div>
      <Later load={loadKeyMore} props={{}} />
    </div>
  );
}
