import { useSignal } from '@preact/signals';
import type { PartComparison } from '../../core/compare/compareTokens';
import type { Difference } from '../../core/compare/difference';
import { partOf, type Token } from '../../core/token/token';
import { MoreButton } from '../MoreButton';
import { useLanguage } from '../model/model';
import { Visible } from '../Visible';
import { DifferenceValue } from './DifferenceValue';
import { pathText } from './pathText';
import { ownDifferences, type Side, sidesOf } from './sides';
import { timeShift } from './timeShift';

interface Props {
  part: 'header' | 'payload';
  comparison: PartComparison;
  before: Token;
  after: Token;
}

/** So many members are drawn, and so many more each time the rest is asked for. */
const AT_ONCE = 100;

/** The members of both tokens side by side; those that differ say how. */
export function PartSides({ part, comparison, before, after }: Props) {
  const { say, count } = useLanguage();
  const drawn = useSignal(AT_ONCE);
  const title = say(part === 'header' ? 'wb_header' : 'wb_payload');
  const [one, other] = [partOf(before, part), partOf(after, part)];
  const rows = one && other ? sidesOf(one, other) : [];
  if (rows.length === 0) return null;
  const differences = 'differences' in comparison ? comparison.differences : [];
  return (
    <section class={`part sides-of is-${part}`} aria-label={title}>
      <h3>{title}</h3>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{say('claim_column_name')}</th>
            <th scope="col">{say('cmp_before')}</th>
            <th scope="col">{say('cmp_after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn.value).map((row) => (
            <SideRow key={row.key} row={row} differences={ownDifferences(row, differences)} />
          ))}
        </tbody>
      </table>
      <MoreButton
        hidden={rows.length - drawn.value}
        text={count('claims_more', rows.length - drawn.value)}
        onMore={() => {
          drawn.value += AT_ONCE;
        }}
      />
    </section>
  );
}

/** What is the same stands there once, and quietly. */
function SideRow({ row, differences }: { row: Side; differences: readonly Difference[] }) {
  const { say } = useLanguage();
  const same = differences.length === 0;
  return (
    <tr class={same ? 'is-same' : 'is-different'}>
      <th scope="row" class="source">
        <Visible text={row.name} />
        {!same && <span class="unseen"> ({say('cmp_differs')})</span>}
      </th>
      <td class="source">
        <Shown text={row.before} />
      </td>
      <td class="source">
        {same && row.before === row.after ? (
          <span class="soft">{say('cmp_same')}</span>
        ) : (
          <Shown text={row.after} />
        )}
        {differences.filter(isTelling).map((difference) => (
          <Detail key={difference.path.join('\n')} difference={difference} />
        ))}
      </td>
    </tr>
  );
}

/** A value, where there is one. */
function Shown({ text }: { text: string | undefined }) {
  const { say } = useLanguage();
  return text === undefined ? <span class="soft">{say('cmp_missing')}</span> : <Visible text={text} />;
}

/** Beside both values only what they do not show by themselves: within an object, of a set, of a time. */
const isTelling = ({ path, kind }: Difference) => path.length > 1 || kind === 'set' || kind === 'time';

function Detail({ difference }: { difference: Difference }) {
  const language = useLanguage();
  return (
    <div class="detail">
      {difference.path.length > 1 && (
        <span class="soft">
          <Visible text={pathText(difference.path, language)} />{' '}
        </span>
      )}
      {difference.kind === 'time' ? (
        <span class="shift figures">{timeShift(difference.seconds, language)}</span>
      ) : (
        <DifferenceValue difference={difference} />
      )}
    </div>
  );
}
