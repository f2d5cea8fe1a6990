import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../src/core/key/key';
import { readKeys } from '../../src/core/key/readKeys';
import { readToken } from '../../src/core/token/read';
import { algorithmsFor } from '../../src/core/verify/algorithms';
import { whatLibrariesSay } from '../../src/core/verify/libraries/libraries';
import { pyjwtVersion } from '../../src/core/verify/libraries/pyjwt';
import { verifySignature } from '../../src/core/verify/verify';
import { pairOf, pemOf } from '../core/key/madeKeys';
import { nowSeconds, samples } from '../core/verify/libraries/samples';
import { longSecret, signers } from '../core/verify/signing';

const script = fileURLToPath(new URL('./pyjwt_verdicts.py', import.meta.url));

interface Answers {
  version: string;
  answers: unknown[];
  signed: string[];
}

/** Debian's Python, which has Debian's PyJWT; another python3 on the path may have none. */
function askPython(request: object): Answers {
  const output = execFileSync('/usr/bin/python3', [script], {
    input: JSON.stringify(request),
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output.toString()) as Answers;
}

function keyOf(text: string): Key {
  const reading = readKeys(text);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error('no key');
  return key;
}

describe('PyJWT', () => {
  it('is the version that is named', () => {
    expect(askPython({ now: nowSeconds, calls: [] }).version).toBe(pyjwtVersion);
  });

  it('says what was foretold, for hundreds of tokens', async () => {
    const known = await Promise.all(
      samples(800).map(async ({ token, key, settings }) => {
        const answers = await whatLibrariesSay(readToken(token), keyOf(key), settings, nowSeconds);
        return {
          call: { algorithms: algorithmsFor(keyOf(key)), ...settings, token, key },
          expected: answers.find(({ library }) => library === 'PyJWT')?.outcome,
        };
      }),
    );
    const compared = known.filter(({ expected }) => expected !== undefined);
    const { answers } = askPython({ now: nowSeconds, calls: compared.map(({ call }) => call) });
    expect(compared.length).toBeGreaterThan(600);
    for (const [at, { call, expected }] of compared.entries())
      expect(expected, JSON.stringify(call)).toEqual(answers[at]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(15);
  });

  it('signs what verifies here, with every algorithm', async () => {
    const known = signers.filter(([alg]) => alg !== 'Ed25519' && alg !== 'Ed448');
    const sign = known.map(([algorithm, name]) => ({
      algorithm,
      payload: { user_id: 42 },
      key: name === 'secret' ? longSecret : pemOf(pairOf(name).privateKey, 'pkcs8'),
    }));
    const { signed } = askPython({ now: nowSeconds, calls: [], sign });
    for (const [at, [alg, name]] of known.entries()) {
      const key = keyOf(name === 'secret' ? longSecret : pemOf(pairOf(name).publicKey, 'spki'));
      expect(await verifySignature(readToken(signed[at] ?? ''), [key])).toMatchObject({
        state: 'verified',
        alg,
      });
    }
  });
});
