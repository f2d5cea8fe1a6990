import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TokenRow } from './tokens';

/** What the filter looks in. */
function searchable({ summary, exchange, capture }: TokenRow): string {
  const { alg, typ, kid, who, iss } = summary;
  const {
    carrier: { place, name },
    before,
    opaque,
  } = capture;
  return [
    alg,
    typ,
    kid,
    who,
    iss,
    place,
    name,
    before,
    opaque,
    exchange.method,
    exchange.url,
    exchange.status,
  ]
    .join('\n')
    .toLowerCase();
}

/** The rows that hold every word of the query, whatever its case; all rows for an empty query. */
export function matching(rows: readonly TokenRow[], query: string): readonly TokenRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = searchable(row);
    return words.every((word) => text.includes(word));
  });
}

export interface Filter {
  query: Signal<string>;
  rows: ReadonlySignal<readonly TokenRow[]>;
}

/** The list as the filter leaves it. */
export function createFilter(tokens: ReadonlySignal<readonly TokenRow[]>): Filter {
  const query = signal('');
  return { query, rows: computed(() => matching(tokens.value, query.value)) };
}
