import type { JsonReading } from '../../core/token/json';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';

/** Of more faults the first are told: mending them often mends the others. */
const MOST_FAULTS = 3;

interface Props {
  reading: JsonReading;
  /** Takes the reader to a character of the text. */
  onGoTo: (at: number) => void;
}

/** What is wrong with a JSON text, each with its place, which a click leads to. */
export function EditorFaults({ reading, onGoTo }: Props) {
  const language = useLanguage();
  if (reading.faults.length === 0) return null;
  return (
    <ul class="editor-faults">
      {reading.faults.slice(0, MOST_FAULTS).map(({ code, at, line, column, values }) => (
        <li class={reading.valid ? 'warn' : 'bad'} key={`${code} ${at}`}>
          <Icon name="warning" />
          <span>{language.code('fault', code, values)}</span>
          <button type="button" class="link" onClick={() => onGoTo(at)}>
            {language.say('place_line', [language.number(line), language.number(column)])}
          </button>
        </li>
      ))}
    </ul>
  );
}
