import type { Key } from './key/key';
import type { Reading } from './token/reading';
import type { SdJwt } from './token/sdJwt';
import type { Diagnosis, GivenKey } from './verify/doctor/doctor';
import type { Expectations, Violation } from './verify/expectations';
import type { LibraryAnswer } from './verify/libraries/answer';
import type { LibrarySettings } from './verify/libraries/situation';
import type { SignatureVerdict } from './verify/verify';

/** A verdict, and which of the given keys it speaks of: beyond a worker it is another object. -1: of none. */
export interface IndexedVerdict {
  verdict: SignatureVerdict;
  keyIndex: number;
}

type WeakSecrets = typeof import('./findings/weakSecrets');

const read = async (text: string) => (await import('./token/read')).readToken(text);

/**
 * What takes long for a long text, so that a window leaves it to a worker. Answers are small enough to hand over. A
 * worker does one of these, so each brings no more code than its own.
 */
export const tasks = {
  /** The tokens in a text. */
  async find(text: string): Promise<readonly string[]> {
    const { findTokens } = await import('./token/find');
    return findTokens(text).map((found) => found.text);
  },
  async read(text: string): Promise<Reading> {
    const [{ boundedReading }, { readingOf }] = await Promise.all([
      import('./token/bounded'),
      import('./token/reading'),
    ]);
    return boundedReading(readingOf(text));
  },
  processSdJwt: async (text: string): Promise<SdJwt> =>
    (await import('./token/sdJwt')).processSdJwt(await read(text)),
  /** The token to be shown around; undefined where it cannot be read whole. */
  redact: async (text: string): Promise<string | undefined> =>
    (await import('./token/redact')).redactToken(await read(text)),
  async verify(text: string, keys: readonly Key[]): Promise<IndexedVerdict> {
    const verdict = await (await import('./verify/verify')).verifySignature(await read(text), keys);
    return { verdict, keyIndex: 'key' in verdict ? keys.indexOf(verdict.key) : -1 };
  },
  /** Why a signature does not match. */
  diagnose: async (text: string, given: readonly GivenKey[]): Promise<Diagnosis> =>
    (await import('./verify/doctor/doctor')).diagnose(await read(text), given),
  /** Whether libraries would accept a token. */
  libraries: async (
    text: string,
    key: Key,
    settings: LibrarySettings,
    nowSeconds: number,
  ): Promise<readonly LibraryAnswer[]> =>
    (await import('./verify/libraries/libraries')).whatLibrariesSay(
      await read(text),
      key,
      settings,
      nowSeconds,
    ),
  /** Which expectations a token breaks, compared with all of its payload. */
  violations: async (
    text: string,
    expectations: Expectations,
    nowSeconds: number,
  ): Promise<readonly Violation[]> =>
    (await import('./verify/expectations')).violationsOf(await read(text), expectations, nowSeconds),
  /** The secret, of those that everybody knows, that signed a token. */
  knownSecret: async (...args: Parameters<WeakSecrets['knownSecretOf']>) =>
    (await import('./findings/weakSecrets')).knownSecretOf(...args),
  /** The word of a list that signed a token. */
  secretAmong: async (...args: Parameters<WeakSecrets['secretAmong']>) =>
    (await import('./findings/weakSecrets')).secretAmong(...args),
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

/** What a window asks of a worker: one thing for each worker. */
export interface TaskCall<Name extends TaskName = TaskName> {
  name: Name;
  args: Parameters<Tasks[Name]>;
}
