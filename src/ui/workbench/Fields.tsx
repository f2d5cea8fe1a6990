import { useMemo } from 'preact/hooks';
import { objectIn, withMember } from '../../core/sign/edit/members';
import type { PartName } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { FieldRow } from './FieldRow';

interface Props {
  part: PartName & ('header' | 'payload');
  label: string;
  text: string;
  /** `kind` tells what is typed in one place from what is a change of its own. */
  onChange: (text: string, kind?: string) => void;
}

/** So many fields are drawn; a longer object is edited as text. */
const MOST_FIELDS = 200;

/** A header or payload as fields: each touches its own bytes and no other. */
export function Fields({ part, label, text, onChange }: Props) {
  const language = useLanguage();
  const found = useMemo(() => objectIn(text), [text]);
  if (!found.ok || found.root.members.length > MOST_FIELDS)
    return <p class="soft">{language.code('wb_no_fields', found.ok ? 'too-many' : found.code)}</p>;
  const { members } = found.root;
  const add = () => {
    const edited = withMember(text, newName(members.map(({ name }) => name)), '""');
    if (edited.ok) onChange(edited.text);
  };
  return (
    <fieldset class="fields" aria-label={label}>
      {members.map((member, index) => (
        <FieldRow key={index} {...{ part, text, member, index, onChange }} />
      ))}
      <button type="button" class="link add" onClick={add}>
        <Icon name="add" />
        {language.say(part === 'header' ? 'wb_add_parameter' : 'wb_add_claim')}
      </button>
    </fieldset>
  );
}

/** A name that is not taken. */
function newName(taken: readonly string[]): string {
  let count = 1;
  while (taken.includes(`claim${count}`)) count++;
  return `claim${count}`;
}
