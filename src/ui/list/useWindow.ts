import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isGroup, type Line } from './lines';

/** Rows drawn above and below those that can be seen, so that scrolling shows no gaps. */
const SPARE_ROWS = 8;
/** Taken until the browser has told how high the list is, where nobody knows better. */
const FIRST_HEIGHT = 600;

export interface RowWindow {
  /** To be put on the element that scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  onScroll(): void;
  /** The first row to draw and the one after the last. */
  from: number;
  to: number;
  /** Scrolls as little as needed to bring a row into view. */
  reveal(index: number): void;
}

const nameOf = (line: Line | undefined) => (isGroup(line) ? line.group : line?.text);

/** Draws only the lines that can be seen, of a list whose lines are all equally high (in CSS pixels). */
export function useWindow(
  lines: readonly Line[],
  rowHeight: number,
  headerHeight: number,
  firstHeight = FIRST_HEIGHT,
): RowWindow {
  const scroller = useRef<HTMLDivElement | null>(null);
  const first = useSignal(0);
  const height = useSignal(firstHeight);
  useAnchor(scroller, lines, rowHeight);

  const onScroll = () => {
    first.value = Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight);
  };

  useLayoutEffect(() => {
    if (!scroller.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      height.value = entry?.contentRect.height ?? FIRST_HEIGHT;
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [height]);

  const from = Math.max(0, Math.min(first.value, lines.length) - SPARE_ROWS);
  const to = Math.min(lines.length, first.value + Math.ceil(height.value / rowHeight) + SPARE_ROWS);

  const reveal = (index: number) => {
    const element = scroller.current;
    if (!element || index < 0) return;
    const top = index * rowHeight;
    const bottom = top + rowHeight - (element.clientHeight - headerHeight);
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop) element.scrollTop = bottom;
  };
  return { scroller, onScroll, from, to, reveal };
}

/** Keeps the lines in sight where they are when others come above them, if the list is scrolled or pointed at. */
function useAnchor(
  scroller: RefObject<HTMLDivElement | null>,
  lines: readonly Line[],
  rowHeight: number,
): void {
  const before = useRef(lines);
  useLayoutEffect(() => {
    const element = scroller.current;
    const former = before.current;
    before.current = lines;
    if (!element || former === lines) return;
    if (element.scrollTop === 0 && !element.matches(':hover')) return;
    const at = Math.floor(element.scrollTop / rowHeight);
    const now = former[at] ? placeNow(lines, former[at]) : -1;
    if (now > at) moveDown(element, (now - at) * rowHeight);
  }, [lines, rowHeight, scroller]);
}

/** Scrolls on; a list with nothing to scroll stays as high as it was until the pointer leaves it, and so can. */
function moveDown(element: HTMLElement, by: number): void {
  const missing = element.scrollTop + by - (element.scrollHeight - element.clientHeight);
  if (missing > 0) {
    element.style.height = `${element.offsetHeight - missing}px`;
    const letGo = () => {
      element.style.height = '';
    };
    element.addEventListener('pointerleave', letGo, { once: true });
  }
  element.scrollTop += by;
}

/** Where a line of the former list stands now: the same object mostly, else the one that has its name. */
function placeNow(lines: readonly Line[], former: Line): number {
  const same = lines.indexOf(former);
  return same >= 0 ? same : lines.findIndex((line) => nameOf(line) === nameOf(former));
}
