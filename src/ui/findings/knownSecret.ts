import { isTriable } from '../../core/findings/weakSecrets';
import { inWorker, isLong } from '../token/reader';

/** The answers of so many tokens are kept; the oldest is forgotten first. */
const MOST_ANSWERS = 1_000;

const answers = new Map<string, Promise<boolean>>();

/** Whether a secret that everybody knows signed a token. Tried once per token, in a worker, and not for a huge one. */
export function secretIsKnown(text: string): Promise<boolean> {
  const known = answers.get(text);
  if (known) return known;
  const [oldest] = answers.keys();
  if (answers.size >= MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
  const answer = isLong(text) || !isTriable(text) ? Promise.resolve(false) : tryInWorker(text);
  answers.set(text, answer);
  return answer;
}

/** So many tokens of a list are tried without anybody having looked at them. */
const MOST_UNASKED = 30;
let unasked = 0;

/** The same for a token that nobody asked for: what is known already, else a trial, of which there are only so many. */
export function secretIsKnownUnasked(text: string): Promise<boolean> {
  if (answers.has(text)) return secretIsKnown(text);
  unasked += 1;
  return unasked > MOST_UNASKED ? Promise.resolve(false) : secretIsKnown(text);
}

/** One worker at a time: a list of a hundred tokens must not start a hundred. */
let last: Promise<unknown> = Promise.resolve();

function tryInWorker(text: string): Promise<boolean> {
  const answer = last.then(async () => (await inWorker({ name: 'knownSecret', args: [text] })) !== undefined);
  const settled = answer.catch(() => false);
  last = settled;
  return settled;
}
