import type { Key } from '../../core/key/key';
import type { Answers, SignatureVerdict } from '../../core/verify/verify';
import { verifyText as verifyAtOnce } from '../../core/verify/verifyText';
import { inWorker, isLong } from '../token/reader';

/** Checks a token's signature against keys; those that have `answers` already are not asked again. */
export function verifyText(text: string, keys: readonly Key[], answers: Answers): Promise<SignatureVerdict> {
  return isLong(text) ? verifyLong(text, keys) : verifyAtOnce(text, keys, answers);
}

async function verifyLong(text: string, keys: readonly Key[]): Promise<SignatureVerdict> {
  const { verdict, keyIndex } = await inWorker({ name: 'verify', args: [text, keys] });
  const key = keys[keyIndex];
  return key && 'key' in verdict ? { ...verdict, key } : verdict;
}
