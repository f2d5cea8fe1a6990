import type { SecretEncoding } from '../../core/key/key';
import { useLanguage, useModel } from '../model/model';

/** How a secret stands for bytes. The likely way is taken until another is chosen. */
export function EncodingChoice() {
  const { keys, surroundings } = useModel();
  const language = useLanguage();
  const reading = keys.reading.value;
  const encodings = reading?.encodings ?? [];
  if (!reading || encodings.length === 0) return null;
  const { draft } = surroundings;
  const taken = draft.value.encoding ?? (reading.ok ? reading.encoding : undefined) ?? encodings[0];
  return (
    <select
      aria-label={language.say('encoding_label')}
      value={taken}
      onChange={(event) => {
        draft.value = { ...draft.value, encoding: event.currentTarget.value as SecretEncoding };
      }}
    >
      {encodings.map((encoding) => (
        <option value={encoding} key={encoding}>
          {language.code('encoding', encoding)}
        </option>
      ))}
    </select>
  );
}
