import type { PanelColumn } from './panelColumns';

/** Widths in CSS pixels that the user gave to columns, by name. */
export type Widths = Readonly<Record<string, number>>;

/** What a cell needs beside its text. */
export const NARROWEST = 26;
export const WIDEST = 1_200;

const widthOf = ({ name, least }: PanelColumn, widths: Widths) => widths[name] ?? least;

/** The columns that a list this wide has room for: where it is short, those go first that matter least. */
export function fitting(
  columns: readonly PanelColumn[],
  width: number,
  widths: Widths = {},
): readonly PanelColumn[] {
  let kept = columns;
  const needed = () => kept.reduce((sum, column) => sum + widthOf(column, widths), 0);
  while (needed() > width) {
    const next = kept.reduce((a, b) => (b.leaves > a.leaves ? b : a));
    if (next.leaves === 0) return kept;
    kept = kept.filter((column) => column !== next);
  }
  return kept;
}

/** The columns as CSS grid-template-columns has them. */
export function templateOf(columns: readonly PanelColumn[], widths: Widths = {}): string {
  return columns
    .map((column) => {
      if (widths[column.name] !== undefined || column.share === 0) return `${widthOf(column, widths)}px`;
      return `minmax(0, ${column.share}fr)`;
    })
    .join(' ');
}

/** A width within bounds. */
export const bounded = (width: number) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
