import { useSignal } from '@preact/signals';
import { withName, withoutMember, withValue } from '../../core/sign/edit/members';
import type { JsonMember } from '../../core/token/json';
import type { PartName } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { ClaimMeaning } from '../token/ClaimMeaning';
import { type FieldKind, kindOf, shownValue, writtenValue } from './fieldValue';
import { TimeField } from './TimeField';

interface Props {
  part: PartName;
  text: string;
  member: JsonMember;
  index: number;
  onChange: (text: string, kind?: string) => void;
}

/** One member: its name, its value, what it means, and a button that takes it out. */
export function FieldRow({ part, text, member, index, onChange }: Props) {
  const language = useLanguage();
  const { name, value } = member;
  const kind = kindOf(value);
  // What was typed and is no JSON yet; it waits here until it is.
  const waiting = useSignal<{ typed: string; of: string } | undefined>(undefined);
  const unfinished = waiting.value?.of === text ? waiting.value.typed : undefined;
  const put = (edited: ReturnType<typeof withValue>, change?: string) => {
    waiting.value = undefined;
    if (edited.ok) onChange(edited.text, change && `${part} ${index} ${change}`);
  };
  const typed = (given: string) => {
    const written = writtenValue(kind, given);
    if (written === undefined) waiting.value = { typed: given, of: text };
    else put(withValue(text, index, written), 'value');
  };
  const shown = unfinished ?? shownValue(value, text);
  const asKind = (wanted: FieldKind) => {
    const written = wanted === 'text' ? JSON.stringify(shown) : (writtenValue('json', shown) ?? 'null');
    put(withValue(text, index, written));
  };
  return (
    <div class="field">
      <input
        class="name source"
        aria-label={language.say('wb_field_name', [name])}
        spellcheck={false}
        value={name}
        onChange={(event) => put(withName(text, index, event.currentTarget.value))}
      />
      <textarea
        class="value source"
        rows={1}
        aria-label={language.say('wb_field_value', [name])}
        aria-invalid={unfinished !== undefined}
        spellcheck={false}
        value={shown}
        onInput={(event) => typed(event.currentTarget.value)}
      />
      <select
        aria-label={language.say('wb_field_kind', [name])}
        value={kind}
        onChange={(event) => asKind(event.currentTarget.value as FieldKind)}
      >
        {(['text', 'json'] as const).map((each) => (
          <option value={each} key={each}>
            {language.code('wb_kind', each)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="tool"
        title={language.say('wb_field_remove', [name])}
        onClick={() => put(withoutMember(text, index))}
      >
        <Icon name="close" />
        <span class="unseen">{language.say('wb_field_remove', [name])}</span>
      </button>
      <div class="meaning soft">
        {unfinished !== undefined && <p class="bad">{language.say('wb_not_json')}</p>}
        <TimeField {...{ part, member }} onChange={(seconds) => put(withValue(text, index, `${seconds}`))} />
        <ClaimMeaning part={part} member={member} own={false} />
      </div>
    </div>
  );
}
