import { changeOf, noteChange } from '../../core/traffic/change';
import { exchanged } from '../model/ordered';
import { newestFirst, type TokenRow } from '../model/tokens';
import type { Term } from '../query/parse';

/** Rows that fit, more than any window shows at once. */
const ENOUGH = 100;
/** So many rows are always looked at. */
const FEW = 200;
/** Beyond these it goes on only so long before the window gets its turn, in milliseconds; less while a frame waits for it. */
const TURN_MS = 4;
const FRAME_MS = 2;

/** States that a row has for good; all others change with the clock, with verdicts or with findings. */
const lasting: ReadonlySet<string> = new Set([
  'unsecured',
  'encrypted',
  'opaque',
  'refused',
  'sent',
  'received',
]);

/** Whether what fits these conditions fits them as long as the row stays the same object. */
export const areLasting = (terms: readonly Term[]): boolean =>
  terms.every(({ field, value }) => field !== 'is' || lasting.has(value));

/**
 * Picks the rows of a list that fit a lasting condition. A long list is not looked through at once: what is seen first
 * comes first, the rest turn by turn. What was looked at is not looked at again.
 */
export interface Sifting {
  follow(rows: readonly TokenRow[]): readonly TokenRow[];
  /** Looks at more rows; false where there was nothing left to do. */
  goOn(): boolean;
}

export function createSifting(fits: (row: TokenRow) => boolean): Sifting {
  let rows: readonly TokenRow[] = [];
  /** Of the rows, so many from the first on were looked at. */
  let seen = 0;
  let picked: readonly TokenRow[] = [];

  const look = (enough: number, forMs: number) => {
    const untilMs = performance.now() + forMs;
    const found: TokenRow[] = [];
    for (let looked = 0; seen < rows.length; seen++, looked++) {
      if (looked >= FEW && (found.length >= enough || performance.now() > untilMs)) break;
      const row = rows[seen];
      if (row && fits(row)) found.push(row);
    }
    if (found.length === 0) return;
    const before = picked;
    picked = before.concat(found);
    noteChange(before, picked, before.length, 0);
  };

  return {
    follow(now) {
      const { kept, gone, come } = changeOf(rows, now);
      rows = now;
      if (kept >= seen || kept + gone.length > seen || come.length > FEW) {
        // From what changed on, all is to be looked at in its turn.
        const known = now.slice(0, Math.min(kept, seen));
        picked = picked.slice(0, countWithin(picked, known));
        seen = known.length;
      } else {
        picked = exchanged(picked, gone, come.filter(fits), newestFirst);
        seen += come.length - gone.length;
      }
      if (picked.length < ENOUGH) look(ENOUGH - picked.length, FRAME_MS);
      return picked;
    },
    goOn() {
      if (seen >= rows.length) return false;
      look(Number.POSITIVE_INFINITY, TURN_MS);
      return true;
    },
  };
}

/** How many of those picked, in the order of the list, stand within the beginning of the list. */
function countWithin(picked: readonly TokenRow[], beginning: readonly TokenRow[]): number {
  const last = beginning.at(-1);
  if (!last) return 0;
  const after = picked.findIndex((row) => newestFirst(row, last) > 0);
  return after < 0 ? picked.length : after;
}
