/** Rows that PageUp and PageDown leap over. */
const PAGE = 10;

const moves: Readonly<Record<string, (from: number, rows: number) => number>> = {
  ArrowDown: (from) => from + 1,
  ArrowUp: (from) => from - 1,
  PageDown: (from) => from + PAGE,
  PageUp: (from) => from - PAGE,
  Home: () => 0,
  End: (_from, rows) => rows - 1,
};

/** The row that a key leads to from row `from` (-1: none), -1 when the key is not one that moves. */
export function moveTo(event: KeyboardEvent, from: number, rows: number): number {
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return -1;
  return Math.max(0, Math.min(rows - 1, move(from, rows)));
}
