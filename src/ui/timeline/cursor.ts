import type { Lane, Mark } from './lanes';

/** Where the keyboard stands: a lane, and a mark in it. */
export interface Cursor {
  lane: number;
  mark: number;
}

export const markAt = (lanes: readonly Lane[], { lane, mark }: Cursor): Mark | undefined =>
  lanes[lane]?.marks[mark];

type Move = (cursor: Cursor, lanes: readonly Lane[]) => Cursor;

const last = (lane: Lane | undefined) => Math.max(0, (lane?.marks.length ?? 0) - 1);

/** In another lane the cursor goes to the mark that is nearest in time. */
function toLane(cursor: Cursor, lanes: readonly Lane[], lane: number): Cursor {
  const target = lanes[Math.min(Math.max(0, lane), lanes.length - 1)];
  if (!target) return cursor;
  const ms = markAt(lanes, cursor)?.ms ?? 0;
  const away = (at: number) => Math.abs((target.marks[at]?.ms ?? 0) - ms);
  const mark = target.marks.reduce((best, _each, at) => (away(at) < away(best) ? at : best), 0);
  return { lane: lanes.indexOf(target), mark };
}

/** Which key moves the cursor where. */
export const cursorMoves: Readonly<Record<string, Move>> = {
  ArrowRight: ({ lane, mark }, lanes) => ({ lane, mark: Math.min(mark + 1, last(lanes[lane])) }),
  ArrowLeft: ({ lane, mark }) => ({ lane, mark: Math.max(0, mark - 1) }),
  ArrowDown: (cursor, lanes) => toLane(cursor, lanes, cursor.lane + 1),
  ArrowUp: (cursor, lanes) => toLane(cursor, lanes, cursor.lane - 1),
  PageDown: (cursor, lanes) => toLane(cursor, lanes, cursor.lane + 10),
  PageUp: (cursor, lanes) => toLane(cursor, lanes, cursor.lane - 10),
  Home: ({ lane }) => ({ lane, mark: 0 }),
  End: ({ lane }, lanes) => ({ lane, mark: last(lanes[lane]) }),
};
