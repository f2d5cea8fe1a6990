import type { SecretEncoding } from '../../core/key/key';
import type { Remedy } from '../../core/verify/doctor/trial';
import { useModel } from '../model/model';

interface Props {
  remedy: Remedy;
  /** The text of the kept key that it is about; absent: that of the box. */
  keptText: string | undefined;
}

/** Does what a remedy says, where that can be done here: read the secret in the encoding that fits. */
export function RemedyButton({ remedy, keptText }: Props) {
  const { surroundings, language } = useModel();
  const { draft, keyring } = surroundings;
  const [value] = remedy.values;
  if (remedy.code !== 'secret-encoding' || value === undefined) return null;
  const encoding = value as SecretEncoding;
  const apply = () => {
    if (keptText === undefined) draft.value = { ...draft.value, encoding };
    else keyring.value = keyring.value.map((each) => (each.text === keptText ? { ...each, encoding } : each));
  };
  return (
    <button type="button" class="link" onClick={apply}>
      {language.say('doctor_apply_encoding', [language.code('encoding', encoding)])}
    </button>
  );
}
