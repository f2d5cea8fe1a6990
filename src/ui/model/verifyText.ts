import type { Key } from '../../core/key/key';
import { readToken } from '../../core/token/read';
import type { SignatureVerdict } from '../../core/verify/verify';
import { type Answers, verifyWithEach } from '../../core/verify/withEach';
import { inWorker, isLong } from '../token/reader';

/** Reads a token and checks its signature against keys; those that have `answers` already are not asked again. */
export function verifyText(text: string, keys: readonly Key[], answers: Answers): Promise<SignatureVerdict> {
  return isLong(text) ? verifyLong(text, keys) : verifyWithEach(readToken(text), keys, answers);
}

async function verifyLong(text: string, keys: readonly Key[]): Promise<SignatureVerdict> {
  const { verdict, keyIndex } = await inWorker({ name: 'verify', args: [text, keys] });
  const key = keys[keyIndex];
  return key && 'key' in verdict ? { ...verdict, key } : verdict;
}
