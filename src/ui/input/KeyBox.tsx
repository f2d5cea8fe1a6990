import { useEffect, useId } from 'preact/hooks';
import { Later } from '../Later';
import { verifyAll } from '../model/continuous';
import { useModel } from '../model/model';
import { DoctorCall } from './DoctorCall';
import { EncodingChoice } from './EncodingChoice';
import { KeyReadingNotes } from './KeyReadingNotes';
import { SecretField } from './SecretField';
import { SignatureReason } from './SignatureReason';

const loadKeyMore = async () => (await import('./KeyMore')).KeyMore;

/** The box for a secret or a key beside a token, and what came of it. */
export function KeyBox() {
  const model = useModel();
  const notes = useId();
  useEffect(() => verifyAll(model), [model]);
  return (
    <div class="key">
      <SecretField placeholder={model.language.say('key_placeholder')} describedBy={`${notes}-why ${notes}`}>
        <EncodingChoice />
      </SecretField>
      <div id={`${notes}-why`}>
        <SignatureReason />
      </div>
      <DoctorCall />
      <div id={notes}>
        <KeyReadingNotes />
      </div>
      <Later load={loadKeyMore} props={{}} holds />
    </div>
  );
}
