import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TokenRow } from './tokens';

/** Leaves out and orders rows. Reads signals, so it is to be called within a computed. */
export type Arrange = (rows: readonly TokenRow[]) => readonly TokenRow[];

export interface Filter {
  query: Signal<string>;
  /** How a window arranges its list; absent where it shows all as they come. */
  arrange: Signal<Arrange | undefined>;
  rows: ReadonlySignal<readonly TokenRow[]>;
}

/** The list as the filter leaves it. */
export function createFilter(tokens: ReadonlySignal<readonly TokenRow[]>): Filter {
  const arrange = signal<Arrange | undefined>(undefined);
  return {
    query: signal(''),
    arrange,
    rows: computed(() => arrange.value?.(tokens.value) ?? tokens.value),
  };
}
