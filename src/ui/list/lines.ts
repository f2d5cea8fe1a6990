import type { TokenRow } from '../model/tokens';

/** A heading in the list, over the rows of one group. */
export interface Group {
  /** What its rows have in common. */
  group: string;
  label: string;
  count: number;
  open: boolean;
}

/** One line of the list. */
export type Line = TokenRow | Group;

export const isGroup = (line: Line | undefined): line is Group => line !== undefined && 'group' in line;

/** The rows without the headings. */
export const rowsOf = (lines: readonly Line[]): readonly TokenRow[] =>
  lines.filter((line): line is TokenRow => !isGroup(line));
