import type { TokenRow } from '../model/tokens';
import type { Group, Line } from './lines';

/** How a list is grouped: the key of a row, and what a group is called. */
export interface Grouping {
  keyOf(row: TokenRow): string;
  label(key: string): string;
}

/** The rows under their groups' headings, in the order in which the groups first come; closed ones without rows. */
export function grouped(
  rows: readonly TokenRow[],
  { keyOf, label }: Grouping,
  closed: ReadonlySet<string>,
): readonly Line[] {
  const groups = new Map<string, TokenRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].flatMap(([group, own]) => {
    const open = !closed.has(group);
    const heading: Group = { group, label: label(group), count: own.length, open };
    return open ? [heading, ...own] : [heading];
  });
}
