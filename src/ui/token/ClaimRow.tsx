import { useEffect, useRef } from 'preact/hooks';
import type { JsonMember } from '../../core/token/json';
import type { Part } from '../../core/token/token';
import { Term } from '../explain/Term';
import { pathOfMember } from '../json/treeLines';
import { useModel } from '../model/model';
import { useDerived } from '../useDerived';
import { Visible } from '../Visible';
import { ClaimMeaning } from './ClaimMeaning';
import { ClaimValue } from './ClaimValue';
import { CopyClaim } from './CopyClaim';
import { isSame, pointedAt } from './pointing';
import { useCopying } from './useCopying';

interface Props {
  part: Part;
  text: string;
  member: JsonMember;
  /** The table's one stop of the Tab key is its first row. */
  first: boolean;
  /** The part is one of the token that is shown, so that its characters can be marked there. */
  own: boolean;
}

/** The same as in a tree of values. */
const copyKeys: Readonly<Record<string, 'value' | 'path'>> = { c: 'value', p: 'path' };

const textOf = ({ value }: JsonMember) => (value.type === 'string' ? value.value : undefined);

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
  const { outcome, copy } = useCopying();
  const path = pathOfMember(member.name);
  const onCopy = (what: 'value' | 'path') =>
    void copy(what === 'path' ? path : text.slice(member.value.span.start, member.value.span.end));
  const onKeyDown = (event: KeyboardEvent) => {
    const what = copyKeys[event.key];
    const explains = event.key === 'Enter';
    if (!(what || explains) || event.target !== row.current) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (what) onCopy(what);
    else row.current?.querySelector<HTMLElement>('.term')?.click();
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
      onKeyDown={onKeyDown}
    >
      <th scope="row" class="source">
        <Term asked={{ part: part.name, name: member.name, value: textOf(member) }} tabIndex={-1}>
          <Visible text={member.name} />
        </Term>
      </th>
      <td>
        <ClaimValue value={member.value} text={text} path={path} name={member.name} />
        <CopyClaim outcome={outcome} onCopy={onCopy} />
      </td>
      <td class="meaning">
        <ClaimMeaning part={part.name} member={member} own={own} />
      </td>
    </tr>
  );
}
