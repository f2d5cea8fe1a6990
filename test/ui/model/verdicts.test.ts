import { expect, test } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import type { SignatureVerdict } from '../../../src/core/verify/verify';
import { createVerdicts } from '../../../src/ui/model/verdicts';
import { signHs256 } from '../../preview/signing';

function keysOf(secret: string): readonly Key[] {
  const reading = readKeys(secret, 'text');
  return reading.ok ? reading.keys : [];
}

/** A check that ends when it is told to. */
function slowly() {
  const ends: ((verdict: SignatureVerdict) => void)[] = [];
  const verdicts = createVerdicts(() => new Promise((end) => ends.push(end)));
  return { verdicts, ends };
}

const wrong: SignatureVerdict = { state: 'wrong', tried: [], code: 'no-match', values: [] };
const noKey: SignatureVerdict = { state: 'no-key', alg: 'HS256' };

test('verifies with the real check', async () => {
  const token = await signHs256({ sub: 'a' }, 'a secret');
  const verdicts = createVerdicts();
  await verdicts.check(token, keysOf('a secret'));
  expect(verdicts.of(token).value?.state).toBe('verified');
  await verdicts.check(token, keysOf('another'));
  expect(verdicts.of(token).value?.state).toBe('wrong');
  await verdicts.check(token, []);
  expect(verdicts.of(token).value?.state).toBe('no-key');
});

test('a token is checked once per set of keys', async () => {
  const { verdicts, ends } = slowly();
  const keys = keysOf('a');
  void verdicts.check('token', keys);
  void verdicts.check('token', keys);
  expect(ends).toHaveLength(1);
  void verdicts.check('token', keysOf('a'));
  expect(ends).toHaveLength(2);
});

test('the former verdict stays while a new check runs, and an overtaken answer is dropped', async () => {
  const { verdicts, ends } = slowly();
  const verdict = verdicts.of('token');
  const first = verdicts.check('token', keysOf('a'));
  expect(verdict.value).toBeUndefined();
  ends[0]?.(wrong);
  await first;
  expect(verdict.value).toBe(wrong);

  const second = verdicts.check('token', keysOf('b'));
  const third = verdicts.check('token', keysOf('c'));
  expect(verdict.value).toBe(wrong);
  ends[2]?.(noKey);
  ends[1]?.({ ...wrong });
  await Promise.all([second, third]);
  expect(verdict.value).toBe(noKey);
});
