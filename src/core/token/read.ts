import { causesOf } from './causes';
import { readForm } from './readForm';
import type { Token } from './token';

/**
 * Reads a token as it stands, without trimming. Never throws; what can be read is there even when the text is no token.
 * Every fault names its part and place, and where the text is no token the last ones name what was probably done to it.
 */
export function readToken(text: string): Token {
  const token = readForm(text);
  return token.valid ? token : { ...token, faults: [...token.faults, ...causesOf(token)] };
}
