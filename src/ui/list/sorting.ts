import { changeOf } from '../../core/traffic/change';
import { exchanged } from '../model/ordered';
import { newestFirst, type TokenRow } from '../model/tokens';

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
 * Sorts lists that change little from one to the next: what was sorted before stays so, and only what changed is taken
 * out and put in. Rows that compare equal keep the order of the list.
 */
export function createSorting(order: Order): (rows: readonly TokenRow[]) => readonly TokenRow[] {
  let followed: readonly TokenRow[] = [];
  let sorted: readonly TokenRow[] = [];
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
    const { gone, come } = changeOf(followed, rows);
    followed = rows;
    sorted = exchanged(sorted, gone, come, (a, b) => before(a, b) || newestFirst(a, b));
    return sorted;
  };
}
