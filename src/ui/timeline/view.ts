/** What part of time the picture shows: its left edge and its scale. */
export interface View {
  /** Milliseconds since the epoch. */
  fromMs: number;
  /** Milliseconds to a CSS pixel. */
  perPixel: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From a tenth of a second to three years in a window of a thousand pixels. */
const FINEST = 0.1;
const COARSEST = (3 * 365 * DAY) / 1_000;

export const xOf = ({ fromMs, perPixel }: View, ms: number) => (ms - fromMs) / perPixel;
export const msAt = ({ fromMs, perPixel }: View, x: number) => fromMs + x * perPixel;

/** The view that shows a span in so many pixels. */
export function fitted({ fromMs, toMs }: { fromMs: number; toMs: number }, width: number): View {
  return { fromMs, perPixel: clamp((toMs - fromMs) / Math.max(1, width)) };
}

/** The view moved by so many pixels: positive shows what comes later. */
export const panned = (view: View, pixels: number): View => ({
  ...view,
  fromMs: view.fromMs + pixels * view.perPixel,
});

/** The view with so many times the detail; the moment at `x` stays where it is. */
export function zoomed(view: View, factor: number, x: number): View {
  const perPixel = clamp(view.perPixel / factor);
  return { perPixel, fromMs: msAt(view, x) - x * perPixel };
}

const clamp = (perPixel: number) => Math.min(COARSEST, Math.max(FINEST, perPixel));

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((count) => count * DAY),
];
const TICK_PIXELS = 90;

export interface Ticks {
  /** Milliseconds since the epoch. */
  moments: number[];
  /** Milliseconds between them. */
  stepMs: number;
}

/** The marks of the axis at round times where the reader is; `offsetMs` is how far the reader's clock is ahead of UTC. */
export function ticksOf(view: View, width: number, offsetMs: number): Ticks {
  const stepMs = steps.find((each) => each / view.perPixel >= TICK_PIXELS) ?? 364 * DAY;
  const first = Math.ceil((view.fromMs + offsetMs) / stepMs) * stepMs - offsetMs;
  const moments: number[] = [];
  for (let ms = first; xOf(view, ms) < width; ms += stepMs) moments.push(ms);
  return { moments, stepMs };
}
