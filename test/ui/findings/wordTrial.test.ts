import { expect, it } from 'vitest';
import { type TrialState, tryWords, wordsIn } from '../../../src/ui/findings/wordTrial';

const words = Array.from({ length: 25_000 }, (_, at) => `word-${at}`);

/** A trial whose workers answer as told. */
async function trial(
  answer: (batch: number) => string | undefined,
  cancelAt = -1,
): Promise<readonly TrialState[]> {
  const states: TrialState[] = [];
  const controller = new AbortController();
  let batch = 0;
  await tryWords(
    'a.b.c',
    words,
    controller.signal,
    (state) => states.push(state),
    async () => {
      if (batch === cancelAt) controller.abort();
      return answer(batch++);
    },
  );
  return states;
}

it('reads a list: one word to a line, each once', () => {
  expect(wordsIn('a\r\nb\n\na\n c \n')).toEqual(['a', 'b', ' c ']);
});

it('tells how far it has come, and what fits', async () => {
  const states = await trial((batch) => (batch === 1 ? 'word-15000' : undefined));
  expect(states.map(({ state, tried }) => `${state} ${tried}`)).toEqual([
    'running 0',
    'running 10000',
    'found 20000',
  ]);
  expect(states.at(-1)?.found).toBe('word-15000');
});

it('ends without a word that fits', async () => {
  expect((await trial(() => undefined)).at(-1)).toEqual({ state: 'nothing', tried: 25_000, total: 25_000 });
});

it('stops when it is cancelled, also where a worker never answers', async () => {
  const states = await trial(() => undefined, 1);
  expect(states.at(-1)?.state).toBe('cancelled');
  expect(states.some(({ state }) => state === 'nothing')).toBe(false);
});
