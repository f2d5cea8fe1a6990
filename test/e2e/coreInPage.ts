import type { SecretEncoding } from '../../src/core/key/key';
import { readKeys } from '../../src/core/key/readKeys';
import { readToken } from '../../src/core/token/read';
import { decryptToken } from '../../src/core/verify/decrypt/decrypt';
import { verifySignature } from '../../src/core/verify/verify';

/** One token and the text of its key, as both would be pasted. */
export interface Job {
  name: string;
  token: string;
  key: string;
  encoding?: SecretEncoding;
}

async function answerTo({ token, key, encoding }: Job): Promise<string> {
  const reading = readKeys(key, encoding);
  if (!reading.ok) return reading.fault.code;
  const read = readToken(token);
  const answer = read.form.startsWith('jwe')
    ? await decryptToken(read, reading.keys)
    : await verifySignature(read, reading.keys);
  return 'code' in answer ? `${answer.state} ${answer.code}` : answer.state;
}

/** What core says of each job, in the page that loaded this. */
export async function answersTo(jobs: readonly Job[]): Promise<Record<string, string>> {
  const answers = await Promise.all(jobs.map(async (job) => [job.name, await answerTo(job)] as const));
  return Object.fromEntries(answers);
}

Object.assign(globalThis, { answersTo });
