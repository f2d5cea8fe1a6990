import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Lane, spanOf } from './lanes';
import { fitted, panned, type View, xOf, zoomed } from './view';

export interface Size {
  width: number;
  height: number;
}

/** The view of a timeline, and what moves it. */
export interface TimelineView {
  /** What is shown now. */
  view: Signal<View>;
  /** What the picture was last drawn for: it is only moved while that is near enough. */
  drawn: ReadonlySignal<View>;
  /** While true, the picture keeps all of it in sight as time goes by. */
  following: Signal<boolean>;
  pan(pixels: number): void;
  zoom(factor: number, x: number): void;
  fit(): void;
  /** Moves the view so that a moment is in sight, if it is not. */
  reveal(ms: number): void;
}

/** What has left this share of the width to the now-line is shown anew. */
const NEAR_EDGE = 0.95;

export function useTimeline(
  lanes: readonly Lane[],
  now: ReadonlySignal<number>,
  { width }: Size,
  move: (pixels: number) => void,
): TimelineView {
  const all = () => fitted(spanOf(lanes, now.peek()), width);
  const view = useSignal<View>(all());
  const drawn = useSignal<View>(view.peek());
  const following = useSignal(true);
  const shown = useRef({ lanes, width });
  const show = (next: View) => {
    view.value = next;
    const away = xOf(drawn.peek(), next.fromMs);
    if (next.perPixel !== drawn.peek().perPixel || Math.abs(away) > width * 0.9) drawn.value = next;
    move(-xOf(drawn.peek(), next.fromMs));
  };
  const byHand = (next: View) => {
    following.value = false;
    show(next);
  };
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { lanes, width };
    if (following.peek() && (before.lanes !== lanes || before.width !== width)) show(all());
  }, [lanes, width]);
  useEffect(
    () =>
      now.subscribe((ms) => {
        if (following.peek() && xOf(view.peek(), ms) > width * NEAR_EDGE) show(all());
      }),
    [lanes, width, now],
  );
  return {
    view,
    drawn,
    following,
    pan: (pixels) => byHand(panned(view.peek(), pixels)),
    zoom: (factor, x) => byHand(zoomed(view.peek(), factor, x)),
    fit() {
      following.value = true;
      show(all());
    },
    reveal(ms) {
      const x = xOf(view.peek(), ms);
      if (x < 20 || x > width - 20) byHand(panned(view.peek(), x - width / 2));
    },
  };
}
