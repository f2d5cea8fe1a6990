import { knownSecretOf, secretAmong } from './findings/weakSecrets';
import type { Key } from './key/key';
import { boundedReading } from './token/bounded';
import { findTokens } from './token/find';
import { readToken } from './token/read';
import { type Reading, readingOf } from './token/reading';
import { processSdJwt, type SdJwt } from './token/sdJwt';
import { type SignatureVerdict, verifySignature } from './verify/verify';

/** A verdict, and which of the given keys it speaks of: beyond a worker it is another object. -1: of none. */
export interface IndexedVerdict {
  verdict: SignatureVerdict;
  keyIndex: number;
}

/** What takes long for a long text, so that a window leaves it to a worker. Answers are small enough to hand over. */
export const tasks = {
  /** The tokens in a text. */
  find: async (text: string): Promise<readonly string[]> => findTokens(text).map((found) => found.text),
  read: async (text: string): Promise<Reading> => boundedReading(readingOf(text)),
  processSdJwt: (text: string): Promise<SdJwt> => processSdJwt(readToken(text)),
  async verify(text: string, keys: readonly Key[]): Promise<IndexedVerdict> {
    const verdict = await verifySignature(readToken(text), keys);
    return { verdict, keyIndex: 'key' in verdict ? keys.indexOf(verdict.key) : -1 };
  },
  /** The secret, of those that everybody knows, that signed a token. */
  knownSecret: knownSecretOf,
  /** The word of a list that signed a token. */
  secretAmong,
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

/** What a window asks of a worker: one thing for each worker. */
export interface TaskCall<Name extends TaskName = TaskName> {
  name: Name;
  args: Parameters<Tasks[Name]>;
}
