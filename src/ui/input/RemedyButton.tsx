import type { SecretEncoding } from '../../core/key/key';
import type { Diagnosis } from '../../core/verify/doctor/doctor';
import { useLanguage, useModel } from '../model/model';

/** Does what a remedy says, where that can be done here: read the secret in the encoding that fits. */
export function RemedyButton({ remedy }: { remedy: NonNullable<Diagnosis['remedy']> }) {
  const { draft } = useModel().surroundings;
  const language = useLanguage();
  const [value] = remedy.values;
  if (remedy.code !== 'secret-encoding' || value === undefined) return null;
  const encoding = value as SecretEncoding;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        draft.value = { ...draft.value, encoding };
      }}
    >
      {language.say('doctor_apply_encoding', [language.code('encoding', encoding)])}
    </button>
  );
}
