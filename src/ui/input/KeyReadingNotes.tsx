import type { Key, KeyFault, KeyNote } from '../../core/key/key';
import { Icon } from '../Icon';
import type { IconName } from '../icons';
import type { Language } from '../language';
import { useLanguage, useModel } from '../model/model';
import type { Tone } from '../tone';
import { keyText } from './keyText';

interface Remark {
  tone: Tone;
  icon: IconName;
  text: string;
}

function faultRemark({ code, line, values }: KeyFault, language: Language): Remark {
  const text = language.code('key_fault', code, values);
  const place = line === undefined ? '' : ` ${language.say('at_line', [language.number(line)])}`;
  return { tone: 'bad', icon: 'warning', text: text + place };
}

const noteRemark = ({ code, values }: KeyNote, language: Language): Remark => ({
  tone: 'warn',
  icon: 'warning',
  text: language.code('key_note', code, values),
});

/** Says what was read, unless it is a plain secret, of which there is nothing to tell. */
function readRemark(keys: readonly Key[], language: Language): readonly Remark[] {
  const [only] = keys;
  if (!only || only.kind === 'secret') return [];
  const text = keys.length === 1 ? keyText(only, language) : language.count('keys_read', keys.length);
  return [{ tone: 'soft', icon: 'done', text }];
}

/** What the text in the key box was read as, and what is worth knowing about it. */
export function KeyReadingNotes() {
  const language = useLanguage();
  const reading = useModel().keys.reading.value;
  if (!reading) return null;
  const remarks = reading.ok
    ? [...readRemark(reading.keys, language), ...reading.notes.map((note) => noteRemark(note, language))]
    : [faultRemark(reading.fault, language)];
  return (
    <ul>
      {remarks.map(({ tone, icon, text }) => (
        <li class={`remark ${tone}`} key={text}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
