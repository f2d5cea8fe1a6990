import { useEffect, useRef } from 'preact/hooks';

/** Whether what a component awaits is still the first of its kind: later ones find their room kept. */
export function useIsFirst(isThere: boolean): boolean {
  const been = useRef(false);
  useEffect(() => {
    been.current ||= isThere;
  }, [isThere]);
  return !isThere && !been.current;
}
