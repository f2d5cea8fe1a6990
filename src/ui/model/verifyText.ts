import type { Key } from '../../core/key/key';
import { readToken } from '../../core/token/read';
import type { SignatureVerdict } from '../../core/verify/verify';
import { type Answers, verifyWithEach } from '../../core/verify/withEach';

/** Reads a token and checks its signature against keys; those that have `answers` already are not asked again. */
export function verifyText(text: string, keys: readonly Key[], answers: Answers): Promise<SignatureVerdict> {
  return verifyWithEach(readToken(text), keys, answers);
}
