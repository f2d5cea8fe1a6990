import { effect } from '@preact/signals';
import type { Key } from '../../core/key/key';
import type { Model } from './model';

/** So many tokens are checked side by side before the window gets its turn. */
const AT_ONCE = 50;

type Task = readonly [text: string, keys: readonly Key[]];

const turn = () => new Promise((taken) => setTimeout(taken));

/**
 * Checks every token of the list against the keys that can apply to it, whenever either changes, also those that are
 * scrolled out of sight. Returns what ends it.
 */
export function verifyAll({
  tokens,
  keys,
  verdicts,
}: Pick<Model, 'tokens' | 'keys' | 'verdicts'>): () => void {
  let round = 0;
  const check = async (tasks: readonly Task[], mine: number) => {
    for (let at = 0; at < tasks.length && mine === round; at += AT_ONCE) {
      const some = tasks.slice(at, at + AT_ONCE);
      await Promise.all(some.map(([text, given]) => verdicts.check(text, given)));
      await turn();
    }
  };
  const dispose = effect(() => {
    round += 1;
    if (keys.all.value.length === 0) return;
    const read = tokens.value.filter(({ capture }) => capture.opaque === undefined);
    void check(
      read.map(({ text }) => [text, keys.for(text)]),
      round,
    );
  });
  return () => {
    round += 1;
    dispose();
  };
}
