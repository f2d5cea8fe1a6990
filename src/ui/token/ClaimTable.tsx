import { useSignal, useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import { moveTo } from '../list/moves';
import { MoreButton } from '../MoreButton';
import { useModel } from '../model/model';
import { ClaimRow } from './ClaimRow';
import { ClaimSearch } from './ClaimSearch';
import { useShown } from './shown';

interface Props {
  part: Part;
  text: string;
  members: readonly JsonMember[];
  /** The table's name. */
  title: string;
}

/** So many members are drawn, and so many more each time the rest is asked for. */
const AT_ONCE = 200;

/** With more members than this there is a box to search them by. */
const MANY = 15;

/** Whether a member has a text in its name or in its value as written, whatever its case. */
function holds({ nameSpan, value }: JsonMember, source: string, sought: string): boolean {
  return (
    sought === '' || source.slice(nameSpan.start, value.span.end).toLowerCase().includes(sought.toLowerCase())
  );
}

/** The members of a header or payload: name, value as written, meaning. One stop of the Tab key; arrows move. */
export function ClaimTable({ part, text, members, title }: Props) {
  const { pointed, language } = useModel();
  const { say, count } = language;
  const drawn = useSignal(AT_ONCE);
  const sought = useSignal('');
  const found = useMemo(
    () => members.filter((member) => holds(member, text, sought.value)),
    [members, text, sought.value],
  );
  const hidden = found.length - drawn.value;
  const own = useShown().token.parts.includes(part);
  const body = useRef<HTMLTableSectionElement | null>(null);

  useSignalEffect(() => {
    const wanted = pointed.value;
    if (!own || wanted?.inToken !== 'click' || wanted.at !== part.span.start) return;
    const index = members.findIndex(({ nameSpan }) => nameSpan.start === wanted.span.start);
    if (index >= drawn.peek()) drawn.value = index + 1;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(body.current?.rows ?? [])];
    const from = rows.indexOf(document.activeElement as HTMLTableRowElement);
    const target = rows[from < 0 ? -1 : moveTo(event, from, rows.length)];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <>
      {members.length > MANY && <ClaimSearch sought={sought} found={found.length} />}
      <table class="claims" aria-label={title} onKeyDown={onKeyDown}>
        <thead class="unseen">
          <tr>
            <th scope="col">{say('claim_column_name')}</th>
            <th scope="col">{say('claim_column_value')}</th>
            <th scope="col">{say('claim_column_meaning')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {found.slice(0, drawn.value).map((member, index) => (
            <ClaimRow key={member.nameSpan.start} first={index === 0} {...{ part, text, member, own }} />
          ))}
        </tbody>
      </table>
      <MoreButton
        hidden={hidden}
        text={count('claims_more', hidden)}
        onMore={() => {
          drawn.value += AT_ONCE;
        }}
      />
    </>
  );
}
