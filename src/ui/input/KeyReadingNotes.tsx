import { useComputed } from '@preact/signals';
import type { Key, KeyFault, KeyNote } from '../../core/key/key';
import { certificateAt } from '../../core/key/validity';
import { Icon } from '../Icon';
import type { IconName } from '../icons';
import type { Language } from '../language';
import { useModel } from '../model/model';
import type { Tone } from '../tone';
import { keyText } from './keyText';

export interface Remark {
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

/** A certificate's key works whatever its validity says, and whoever checks the certificate will not take it. */
export function certificateRemarks(
  keys: readonly Key[],
  nowSeconds: number,
  language: Language,
): readonly Remark[] {
  const states = new Set(
    keys.flatMap(({ certificate }) => (certificate ? [certificateAt(certificate, nowSeconds)] : [])),
  );
  return [...states]
    .filter((state) => state === 'expired' || state === 'not-yet-valid')
    .map((state) => ({ tone: 'warn', icon: 'clock', text: language.code('certificate', state) }));
}

/** What the text in the key box was read as, and what is worth knowing about it. */
export function KeyReadingNotes() {
  const { surroundings, language, keys } = useModel();
  const reading = keys.reading.value;
  const nowSeconds = useComputed(() => Math.floor(surroundings.now.value / 60_000) * 60);
  if (!reading) return null;
  const remarks = reading.ok
    ? [
        ...readRemark(reading.keys, language),
        ...certificateRemarks(reading.keys, nowSeconds.value, language),
        ...reading.notes.map((note) => noteRemark(note, language)),
      ]
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
