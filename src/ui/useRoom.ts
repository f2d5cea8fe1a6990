import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Keeps an element as high as it last was while what it shows is awaited, so that nothing below it moves twice. */
export function useRoom(isThere: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement | null>(null);
  const height = useRef(0);
  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown) return;
    shown.style.minBlockSize = isThere ? '' : `${height.current}px`;
    if (isThere) height.current = shown.offsetHeight;
  });
  return element;
}
