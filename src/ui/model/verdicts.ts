import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Key } from '../../core/key/key';
import type { Answers, SignatureVerdict } from '../../core/verify/verify';

/** `answers` holds what single keys have said of this token, so that a new key costs one check and not all. */
export type Verify = (text: string, keys: readonly Key[], answers: Answers) => Promise<SignatureVerdict>;

export interface Verdicts {
  /** What was last found for a token; absent until its first check has ended. */
  of(text: string): ReadonlySignal<SignatureVerdict | undefined>;
  /** The tokens whose signature is wrong; another object after each change. */
  wrong: ReadonlySignal<{ texts: ReadonlySet<string> }>;
  /** Checks a token against these keys, unless that was done; `of` tells the outcome. */
  check(text: string, keys: readonly Key[]): Promise<void>;
}

interface Entry {
  verdict: Signal<SignatureVerdict | undefined>;
  keys?: readonly Key[];
  answers: Answers;
}

/** How many tokens' verdicts are kept; the oldest is forgotten first. */
const MOST_ENTRIES = 20_000;

/** Cryptography is not needed for the first paint, so it comes with the first check. */
const verifyLater: Verify = async (text, keys, answers) =>
  (await import('./verifyText')).verifyText(text, keys, answers);

/**
 * Verdicts by token and keys. While a check with new keys runs, the former verdict stays, so that nothing
 * flickers; the answer to a check that was overtaken is dropped. `recorded` gives the verdict on a text that stands for
 * a token which is no longer there.
 */
export function createVerdicts(
  verify: Verify = verifyLater,
  recorded: (text: string) => SignatureVerdict | undefined = () => undefined,
): Verdicts {
  const entries = new Map<string, Entry>();
  const texts = new Set<string>();
  const wrong = signal({ texts });
  const note = (text: string, isWrong: boolean) => {
    if (isWrong === texts.has(text)) return;
    if (isWrong) texts.add(text);
    else texts.delete(text);
    wrong.value = { texts };
  };
  const entryOf = (text: string): Entry => {
    const known = entries.get(text);
    if (known) return known;
    const oldest = entries.keys().next().value;
    if (entries.size >= MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    const entry: Entry = { verdict: signal(undefined), answers: new WeakMap() };
    entries.set(text, entry);
    return entry;
  };
  return {
    of: (text) => entryOf(text).verdict,
    wrong,
    async check(text, keys) {
      const entry = entryOf(text);
      if (entry.keys === keys) return;
      entry.keys = keys;
      const verdict = recorded(text) ?? (await verify(text, keys, entry.answers));
      if (entry.keys !== keys) return;
      entry.verdict.value = verdict;
      note(text, verdict.state === 'wrong');
    },
  };
}
