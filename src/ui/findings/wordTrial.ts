import { inWorker } from '../token/reader';

/** So many words are handed to a worker at a time: about a second of work. */
const WORDS_AT_ONCE = 10_000;
/** A longer file is read up to here, in UTF-16 units. */
const LONGEST_LIST = 64_000_000;

/** How far a trial has come. `found` is the word that signed the token. */
export interface TrialState {
  state: 'running' | 'found' | 'nothing' | 'cancelled' | 'failed';
  tried: number;
  total: number;
  found?: string;
}

type AskWorker = (batch: readonly string[]) => Promise<string | undefined>;

/** The words of a file: one to a line, each once, empty lines left out. */
export function wordsIn(text: string): readonly string[] {
  return [...new Set(text.slice(0, LONGEST_LIST).split(/\r?\n/))].filter((word) => word !== '');
}

/** Tries the words on a token, batch by batch in workers; `report` is told how far it has come. */
export async function tryWords(
  text: string,
  words: readonly string[],
  unwanted: AbortSignal,
  report: (state: TrialState) => void,
  ask: AskWorker = (batch) => inWorker({ name: 'secretAmong', args: [text, batch] }, unwanted),
): Promise<void> {
  const total = words.length;
  const end = (state: TrialState['state'], tried: number) => report({ state, tried, total });
  for (let tried = 0; tried < total; tried += WORDS_AT_ONCE) {
    if (unwanted.aborted) return end('cancelled', tried);
    report({ state: 'running', tried, total });
    const batch = words.slice(tried, tried + WORDS_AT_ONCE);
    const found = await orAborted(ask(batch), unwanted);
    if (found === 'aborted') return end('cancelled', tried);
    if (found) return report({ state: 'found', tried: tried + batch.length, total, found: found.word });
  }
  end('nothing', total);
}

/** A worker that was ended never answers. */
function orAborted(
  answer: Promise<string | undefined>,
  unwanted: AbortSignal,
): Promise<'aborted' | { word: string } | undefined> {
  const aborted = new Promise<'aborted'>((resolve) => {
    unwanted.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
  return Promise.race([answer.then((word) => (word === undefined ? undefined : { word })), aborted]);
}
