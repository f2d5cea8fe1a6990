import type { TokenRow } from '../model/tokens';
import type { ValuesSeen } from './complete';
import { fields } from './fields';
import type { Subjects } from './subjects';

/** Looking through more rows would be felt while typing. */
const MOST_ROWS = 2_000;

/** The values that the newest rows have, for proposals. */
export function valuesSeen(rows: readonly TokenRow[], subjects: Subjects): ValuesSeen {
  const among = rows.slice(0, MOST_ROWS).map(subjects.of);
  return (field, path) => {
    if ((field === 'claim' || field === 'header') && path === undefined)
      return counted(among.map(({ names }) => names(field === 'claim' ? 'payload' : 'header')));
    const values = fields[field]?.values;
    return counted(values ? among.map((subject) => values(subject, path ?? '')) : []);
  };
}

/** How many of the lists hold each value. */
function counted(lists: readonly (readonly (string | undefined)[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const value of new Set(list)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
