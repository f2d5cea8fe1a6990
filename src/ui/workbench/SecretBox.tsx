import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { KeyReadingNotes } from '../input/KeyReadingNotes';
import { Passphrase } from '../input/Passphrase';
import { SecretField } from '../input/SecretField';
import { useModel } from '../model/model';

/** The same box for a secret or key as beside the token: what is typed in one stands in the other. */
export function SecretBox({ children }: { children: ComponentChildren }) {
  const { keys, language } = useModel();
  const reading = keys.reading.value;
  const locked = reading?.ok === false && reading.fault.code === 'pem-encrypted';
  const notes = useId();
  return (
    <div class="key">
      <SecretField placeholder={language.say('wb_key_placeholder')} describedBy={notes}>
        {children}
      </SecretField>
      <div id={notes}>
        <KeyReadingNotes />
      </div>
      {locked && <Passphrase />}
    </div>
  );
}
