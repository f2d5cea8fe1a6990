import type { Key } from '../key/key';
import { memberOf } from '../token/json';
import { partOf, type Token } from '../token/token';
import type { SignatureVerdict, UncheckedCode, WrongCode } from './outcome';
import { verifySignature } from './verify';

/** What single keys have said of one token; kept by the caller, so that no key is asked twice. */
export type Answers = WeakMap<Key, SignatureVerdict>;

/**
 * Checks a token's signature against keys one by one, those with its kid first, and stops at the one that verifies.
 * Gives the answer that verifySignature gives for all of them at once.
 */
export async function verifyWithEach(
  token: Token,
  keys: readonly Key[],
  answers: Answers,
): Promise<SignatureVerdict> {
  const said: SignatureVerdict[] = [];
  for (const key of namedFirst(token, keys)) {
    const answer = answers.get(key) ?? (await verifySignature(token, [key]));
    answers.set(key, answer);
    if (answer.state === 'verified') return answer;
    said.push(answer);
  }
  return said.length === 0 ? verifySignature(token, []) : said.reduce(moreTelling);
}

function namedFirst(token: Token, keys: readonly Key[]): readonly Key[] {
  const kid = memberOf(partOf(token, 'header')?.json, 'kid');
  const rank = (key: Key) => (kid?.type === 'string' && key.kid === kid.value ? 0 : 1);
  return [...keys].sort((one, other) => rank(one) - rank(other));
}

/** How far a key came before it failed, from the door to the very bytes: the further, the more it tells. */
const stages: readonly (WrongCode | UncheckedCode)[] = [
  'key-carried',
  'needs-secret',
  'needs-rsa',
  'needs-ec',
  'needs-okp',
  'needs-akp',
  'wrong-curve',
  'key-use',
  'key-alg',
  'key-too-short',
  'key-refused',
  'kid-not-found',
  'signature-length',
  'kid-differs',
  'signature-empty',
  'signature-zero',
  'payload-empty',
  'no-match',
];

function stageOf(verdict: SignatureVerdict): number {
  return 'code' in verdict ? stages.indexOf(verdict.code) : -1;
}

function moreTelling(one: SignatureVerdict, other: SignatureVerdict): SignatureVerdict {
  const best = stageOf(other) > stageOf(one) ? other : one;
  const tried = [one, other].flatMap((each) => (each.state === 'wrong' ? each.tried : []));
  return best.state === 'wrong' ? { ...best, tried } : best;
}
