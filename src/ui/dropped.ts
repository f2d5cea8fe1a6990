import { findTokens } from '../core/token/find';
import type { Model } from './model/model';

/** Files that are recordings by their names: HAR files, and what we export. */
export const isRecording = ({ name }: Pick<File, 'name'>) => /\.har$|claimscope.*\.json$/i.test(name);

/** Files that are no recording and no archive, so that they may be keys or hold tokens. */
export const isText = ({ name }: Pick<File, 'name'>) => !/\.(har|zip|gz)$|claimscope/i.test(name);

export type Dropped = 'recording' | 'key' | 'token' | 'other';

const looks: readonly [Dropped, (text: string) => boolean][] = [
  ['recording', (text) => /^\s*\{\s*"log"\s*:/.test(text)],
  ['key', (text) => /-----BEGIN |"kty"\s*:|^\s*(?:ssh-|ecdsa-sha2-)\S+ AAAA/.test(text)],
  ['token', (text) => findTokens(text).length > 0],
];

/** What a dropped text is. A key goes before a token: a certificate's text may hold anything. */
export function droppedAs(text: string): Dropped {
  return looks.find(([, fits]) => fits(text))?.[0] ?? 'other';
}

/** Shows dropped text: a key in the key box, all else in the paste box, where it is said what it is. */
export function takeText({ surroundings, selection, detail }: Model, text: string): void {
  const { draft } = surroundings;
  if (droppedAs(text) === 'key') {
    const { encoding: _before, ...rest } = draft.value;
    draft.value = { ...rest, key: text };
    return;
  }
  draft.value = { ...draft.value, paste: text };
  selection.choose(undefined);
  detail.value = 'token';
}
