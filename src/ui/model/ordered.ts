import { noteChange } from '../../core/traffic/change';

/** So many changes cost more one by one than sorting all anew does: this part of the list. */
const MANY = 1 / 8;

type Compare<One> = (a: One, b: One) => number;

/**
 * A sorted list without some and with others, as a new list that tells what changed. `compare` gives 0 for nobody but
 * one and itself. The work depends on what changed, but for copying the list.
 */
export function exchanged<One>(
  list: readonly One[],
  gone: readonly One[],
  come: readonly One[],
  compare: Compare<One>,
): readonly One[] {
  if (gone.length === 0 && come.length === 0) return list;
  if (gone.length + come.length > list.length * MANY) return sortedAnew(list, gone, come, compare);
  const now = list.slice();
  let kept = now.length;
  let behind = now.length;
  const put = (place: number, out: number, ...items: One[]) => {
    kept = Math.min(kept, place);
    behind = Math.min(behind, now.length - place - out);
    now.splice(place, out, ...items);
  };
  for (const one of gone) {
    const place = placeOf(now, one, compare);
    if (now[place] === one) put(place, 1);
  }
  for (const one of come) put(placeOf(now, one, compare), 0, one);
  noteChange(list, now, kept, Math.min(behind, list.length - kept, now.length - kept));
  return now;
}

function sortedAnew<One>(
  list: readonly One[],
  gone: readonly One[],
  come: readonly One[],
  compare: Compare<One>,
): readonly One[] {
  const out = new Set(gone);
  const stayed = out.size === 0 ? list : list.filter((one) => !out.has(one));
  return [...stayed, ...come].sort(compare);
}

/** The place in a sorted list where one stands, or would stand. */
function placeOf<One>(list: readonly One[], one: One, compare: Compare<One>): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle] as One, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
