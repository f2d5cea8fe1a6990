import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import { useModel } from '../model/model';
import { ClaimMeaning } from './ClaimMeaning';
import { ClaimValue } from './ClaimValue';

interface Props {
  part: Part;
  text: string;
  member: JsonMember;
  /** The table's one stop of the Tab key is its first row. */
  first: boolean;
}

/** One member. While it is pointed at or has the focus, its characters are marked in the token. */
export function ClaimRow({ part, text, member, first }: Props) {
  const { pointed } = useModel();
  const mine = { part: part.name, span: { start: member.nameSpan.start, end: member.value.span.end } };
  const point = () => {
    pointed.value = mine;
  };
  const leave = () => {
    if (pointed.value?.part === mine.part && pointed.value.span.start === mine.span.start)
      pointed.value = undefined;
  };
  return (
    <tr
      tabIndex={first ? 0 : -1}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <th scope="row" class="source">
        {member.name}
      </th>
      <td>
        <ClaimValue value={member.value} text={text} />
      </td>
      <td class="meaning">
        <ClaimMeaning part={part.name} member={member} />
      </td>
    </tr>
  );
}
