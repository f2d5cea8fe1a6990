import { effect } from '@preact/signals';
import type { Key } from '../../core/key/key';
import { changeOf } from '../../core/traffic/change';
import type { Model } from './model';
import type { TokenRow } from './tokens';

/** So many tokens are checked side by side before the window gets its turn. */
const AT_ONCE = 50;

const turn = () => new Promise((taken) => setTimeout(taken));

/**
 * Checks every token of the list against the keys that can apply to it, whenever either changes, also those that are
 * scrolled out of sight. While the keys stay the same, only the rows that changed are looked at again. Returns what ends it.
 */
export function verifyAll({
  tokens,
  keys,
  verdicts,
}: Pick<Model, 'tokens' | 'keys' | 'verdicts'>): () => void {
  let followed: { rows: readonly TokenRow[]; all: readonly Key[] } = { rows: [], all: [] };
  /** The last one is checked first. */
  let waiting: TokenRow[] = [];
  let running = false;

  const check = async () => {
    running = true;
    while (waiting.length > 0) {
      const some = waiting.splice(-AT_ONCE);
      await Promise.all(some.map(({ text }) => verdicts.check(text, keys.for(text))));
      await turn();
    }
    running = false;
  };
  const dispose = effect(() => {
    const now = { rows: tokens.value, all: keys.all.value };
    const { come } = changeOf(now.all === followed.all ? followed.rows : [], now.rows);
    if (now.all !== followed.all) waiting = [];
    followed = now;
    if (now.all.length === 0) return;
    waiting.push(...come.filter(({ capture }) => capture.opaque === undefined).toReversed());
    if (!running) void check();
  });
  return () => {
    waiting = [];
    dispose();
  };
}
