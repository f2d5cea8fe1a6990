import type { TokenRow } from '../model/tokens';

type Value = string | number | undefined;

/** By what rows are sorted. */
export interface Order {
  by(row: TokenRow): Value;
  down: boolean;
}

/** Texts by letters and digits as people sort them; rows without a value come last, whatever the direction. */
function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * Sorts lists that change little from one to the next: what was sorted before stays so, and only the new rows are put
 * in. Rows that compare equal keep the order of the list.
 */
export function createSorting(order: Order): (rows: readonly TokenRow[]) => readonly TokenRow[] {
  let sorted: readonly TokenRow[] = [];
  let known = new Set<TokenRow>();
  const values = new WeakMap<TokenRow, Value>();
  const valueFor = (row: TokenRow) => {
    if (!values.has(row)) values.set(row, order.by(row));
    return values.get(row);
  };
  const before = (a: TokenRow, b: TokenRow) => {
    const [one, other] = [valueFor(a), valueFor(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return order.down ? compare(other, one) : compare(one, other);
  };
  return (rows) => {
    const present = new Set(rows);
    const fresh = rows.filter((row) => !known.has(row)).sort(before);
    const stayed = sorted.length === 0 ? sorted : sorted.filter((row) => present.has(row));
    sorted = merged(fresh, stayed, before);
    known = present;
    return sorted;
  };
}

function merged(
  fresh: readonly TokenRow[],
  stayed: readonly TokenRow[],
  before: (a: TokenRow, b: TokenRow) => number,
): readonly TokenRow[] {
  if (stayed.length === 0) return fresh;
  const result: TokenRow[] = [];
  let at = 0;
  for (const row of stayed) {
    for (let next = fresh[at]; next && before(next, row) <= 0; next = fresh[++at]) result.push(next);
    result.push(row);
  }
  return [...result, ...fresh.slice(at)];
}
