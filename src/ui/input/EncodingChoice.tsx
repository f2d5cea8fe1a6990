import type { KeyReading, SecretEncoding } from '../../core/key/key';
import { useLanguage, useModel } from '../model/model';

/** In place of an encoding, for a text that is read as the key it looks like. */
const AS_KEY = 'key';

/** True for a text that is taken as a secret, though it looks like a key. */
const looksLikeKey = (reading: KeyReading) =>
  reading.ok && reading.notes.some(({ code }) => code === 'looks-like-key');

/** How a secret stands for bytes. The likely way is taken until another is chosen. */
export function EncodingChoice() {
  const { keys, surroundings } = useModel();
  const language = useLanguage();
  const { draft } = surroundings;
  const reading = keys.reading.value;
  if (!reading?.encodings) return null;
  const taken = draft.value.encoding ?? (reading.ok ? reading.encoding : undefined) ?? AS_KEY;
  const asKey = taken === AS_KEY || looksLikeKey(reading) ? [AS_KEY] : [];
  const choices = [...new Set([...asKey, ...reading.encodings, taken])];
  const choose = (choice: string) => {
    const { encoding: _before, ...rest } = draft.value;
    draft.value = choice === AS_KEY ? rest : { ...rest, encoding: choice as SecretEncoding };
  };
  return (
    <select
      aria-label={language.say('encoding_label')}
      value={taken}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {choices.map((choice) => (
        <option value={choice} key={choice}>
          {language.code('encoding', choice)}
        </option>
      ))}
    </select>
  );
}
