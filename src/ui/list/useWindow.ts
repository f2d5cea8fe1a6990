import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Rows drawn above and below those that can be seen, so that scrolling shows no gaps. */
const SPARE_ROWS = 8;
/** Taken until the browser has told how high the list is. */
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

/** Draws only the rows that can be seen, of a list whose rows are all equally high (in CSS pixels). */
export function useWindow(rows: number, rowHeight: number, headerHeight: number): RowWindow {
  const scroller = useRef<HTMLDivElement | null>(null);
  const first = useSignal(0);
  const height = useSignal(FIRST_HEIGHT);

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

  const from = Math.max(0, Math.min(first.value, rows) - SPARE_ROWS);
  const to = Math.min(rows, first.value + Math.ceil(height.value / rowHeight) + SPARE_ROWS);

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
