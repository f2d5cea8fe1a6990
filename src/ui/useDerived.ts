import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/**
 * What follows from signals and from props. useComputed alone would go on with the props it saw first, until one of
 * its signals changes.
 */
export function useDerived<T>(derive: () => T, props: readonly unknown[]): ReadonlySignal<T> {
  return useMemo(() => computed(derive), props);
}
