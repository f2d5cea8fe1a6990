import type { Bar, Lane, Mark, MarkKind } from './lanes';
import { type View, xOf } from './view';

/** Heights within a lane, in CSS pixels. */
export const LANE_HEIGHT = 40;
export const LABEL_Y = 12;
const BAR_TOP = 18;
const BAR_HEIGHT = 9;
const BAR_MIDDLE = BAR_TOP + BAR_HEIGHT / 2;
const USE_TOP = 29;
const USE_HEIGHT = 6;

/** One lane as a few SVG paths, so that ten thousand marks cost no more elements than ten. */
export interface Drawing {
  /** While a token is the one in use. */
  bars: string;
  /** Until an older one expires. */
  rests: string;
  marks: Readonly<Record<MarkKind, string>>;
}

const shapes: Readonly<Record<MarkKind, (x: number) => string>> = {
  login: (x) => circle(x, BAR_MIDDLE, 4),
  found: (x) => circle(x, BAR_MIDDLE, 3.2),
  refresh: (x) => `M${x} ${BAR_MIDDLE - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`,
  used: (x) => `M${x} ${USE_TOP}v${USE_HEIGHT}`,
  refused: (x) => `M${x - 3.5} ${USE_TOP - 0.5}l7 7m0-7l-7 7`,
  expired: (x) => `M${x} ${BAR_TOP - 3}v${BAR_HEIGHT + 6}`,
  logout: (x) => `M${x - 3.5} ${BAR_MIDDLE - 3.5}h7v7h-7z`,
};

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** A lane between two pixels of a view. Marks that would cover each other are drawn once. */
export function drawLane({ bars, marks }: Lane, view: View, fromX: number, toX: number): Drawing {
  const paths: Record<MarkKind, string[]> = {
    login: [],
    refresh: [],
    found: [],
    used: [],
    refused: [],
    expired: [],
    logout: [],
  };
  const last: Partial<Record<MarkKind, number>> = {};
  for (let at = firstFrom(marks, view, fromX); at < marks.length; at++) {
    const { ms, kind } = marks[at] as Mark;
    const x = Math.round(xOf(view, ms));
    if (x > toX) break;
    if (last[kind] === x) continue;
    last[kind] = x;
    paths[kind].push(shapes[kind](x));
  }
  const seen = bars.filter((bar) => xOf(view, bar.endMs) >= fromX && xOf(view, bar.fromMs) <= toX);
  return {
    bars: seen.map((bar) => barPath(bar, view, fromX, toX)).join(''),
    rests: seen.map((bar) => restPath(bar, view, toX)).join(''),
    marks: Object.fromEntries(
      Object.entries(paths).map(([kind, list]) => [kind, list.join('')]),
    ) as Drawing['marks'],
  };
}

/** The first mark at or behind a pixel. */
function firstFrom(marks: readonly Mark[], view: View, x: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xOf(view, marks[middle]?.ms ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A gap of a pixel keeps a token apart from its successor. */
function barPath({ fromMs, usedToMs }: Bar, view: View, fromX: number, toX: number): string {
  const left = Math.round(Math.max(fromX - 10, xOf(view, fromMs)));
  const right = Math.round(Math.min(toX + 10, xOf(view, usedToMs)));
  const width = Math.max(2, right - left - 1);
  return `M${left} ${BAR_TOP}h${width}v${BAR_HEIGHT}h${-width}z`;
}

function restPath({ usedToMs, endMs }: Bar, view: View, toX: number): string {
  const left = Math.round(xOf(view, usedToMs));
  const right = Math.round(Math.min(toX + 10, xOf(view, endMs)));
  return right - left < 2 ? '' : `M${left} ${BAR_MIDDLE}H${right}`;
}

/** The outline of one token's bar. */
export function outlineOf({ fromMs, usedToMs, endMs }: Bar, view: View) {
  const x = xOf(view, fromMs);
  const width = Math.max(4, xOf(view, Math.max(usedToMs, endMs)) - x);
  return { x: x - 1.5, y: BAR_TOP - 2.5, width: width + 3, height: BAR_HEIGHT + 5 };
}

/** How far from a mark the pointer may be to mean it, in CSS pixels. */
const REACH = 6;

/** What the pointer means in a lane: the nearest mark, a refusal before others, else the token whose bar is there. */
export function markNear({ marks, bars }: Lane, view: View, x: number): Mark | undefined {
  let best: Mark | undefined;
  let least = REACH;
  for (let at = firstFrom(marks, view, x - REACH); at < marks.length; at++) {
    const mark = marks[at] as Mark;
    const away = Math.abs(xOf(view, mark.ms) - x);
    if (xOf(view, mark.ms) > x + REACH) break;
    const weight = mark.kind === 'used' ? away + 1.5 : away;
    if (weight <= least) {
      best = mark;
      least = weight;
    }
  }
  if (best) return best;
  const bar = bars.findLast((each) => xOf(view, each.fromMs) <= x && xOf(view, each.endMs) >= x);
  return bar && marks.find(({ token }) => token === bar.token);
}
