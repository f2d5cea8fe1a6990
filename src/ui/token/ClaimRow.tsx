import { useEffect, useRef } from 'preact/hooks';
import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import { useModel } from '../model/model';
import { useDerived } from '../useDerived';
import { Visible } from '../Visible';
import { ClaimMeaning } from './ClaimMeaning';
import { ClaimValue } from './ClaimValue';
import { isSame, pointedAt } from './pointing';

interface Props {
  part: Part;
  text: string;
  member: JsonMember;
  /** The table's one stop of the Tab key is its first row. */
  first: boolean;
  /** The part is one of the token that is shown, so that its characters can be marked there. */
  own: boolean;
}

/** One member. While it is pointed at or has the focus, its characters are marked in the token. */
export function ClaimRow({ part, text, member, first, own }: Props) {
  const { pointed } = useModel();
  const mine = pointedAt(part, member);
  const row = useRef<HTMLTableRowElement | null>(null);
  const isPointed = useDerived(() => own && isSame(pointed.value, mine), [own, part, member]).value;
  useEffect(() => {
    if (isPointed && pointed.peek()?.inToken === 'click') row.current?.scrollIntoView({ block: 'nearest' });
  }, [isPointed, pointed]);
  const point = () => {
    if (own) pointed.value = mine;
  };
  // A click in the token can scroll another row under the pointer, which must not take its place.
  const hover = () => {
    if (pointed.value?.inToken !== 'click') point();
  };
  const leave = () => {
    if (isSame(pointed.value, mine)) pointed.value = undefined;
  };
  return (
    <tr
      ref={row}
      aria-current={isPointed || undefined}
      tabIndex={first ? 0 : -1}
      onPointerEnter={hover}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <th scope="row" class="source">
        <Visible text={member.name} />
      </th>
      <td>
        <ClaimValue value={member.value} text={text} />
      </td>
      <td class="meaning">
        <ClaimMeaning part={part.name} member={member} own={own} />
      </td>
    </tr>
  );
}
