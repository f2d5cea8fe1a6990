import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Size } from './useTimeline';

/** How big an element is, in CSS pixels, as long as it stands there. */
export function useSize(element: RefObject<Element | null>, before: Size): ReadonlySignal<Size> {
  const size = useSignal(before);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width > 0 && (width !== size.peek().width || height !== size.peek().height))
        size.value = { width, height };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, size]);
  return size;
}
