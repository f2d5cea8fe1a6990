import { useRef } from 'preact/hooks';
import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import { moveTo } from '../list/moves';
import { useLanguage } from '../model/model';
import { ClaimRow } from './ClaimRow';

interface Props {
  part: Part;
  text: string;
  members: readonly JsonMember[];
  /** The table's name. */
  title: string;
}

/** The members of a header or payload: name, value as written, meaning. One stop of the Tab key; arrows move. */
export function ClaimTable({ part, text, members, title }: Props) {
  const { say } = useLanguage();
  const body = useRef<HTMLTableSectionElement | null>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(body.current?.rows ?? [])];
    const from = rows.indexOf(document.activeElement as HTMLTableRowElement);
    const target = rows[from < 0 ? -1 : moveTo(event, from, rows.length)];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <table class="claims" aria-label={title} onKeyDown={onKeyDown}>
      <thead class="unseen">
        <tr>
          <th scope="col">{say('claim_column_name')}</th>
          <th scope="col">{say('claim_column_value')}</th>
          <th scope="col">{say('claim_column_meaning')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {members.map((member, index) => (
          <ClaimRow key={member.nameSpan.start} first={index === 0} {...{ part, text, member }} />
        ))}
      </tbody>
    </table>
  );
}
