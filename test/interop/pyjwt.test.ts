import { describe, expect, it } from 'vitest';
import type { Key } from '../../src/core/key/key';
import { readKeys } from '../../src/core/key/readKeys';
import { readToken } from '../../src/core/token/read';
import { algorithmsFor } from '../../src/core/verify/algorithms';
import { whatLibrariesSay } from '../../src/core/verify/libraries/libraries';
import { pyjwtVersion } from '../../src/core/verify/libraries/pyjwt';
import { nowSeconds, samples } from '../core/verify/libraries/samples';
import { askPython } from './signers';

interface Answers {
  version: string;
  answers: unknown[];
}

const ask = (request: object) => askPython(request) as Answers;

function keyOf(text: string): Key {
  const reading = readKeys(text);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error('no key');
  return key;
}

describe('PyJWT', () => {
  it('is the version that is named', () => {
    expect(ask({ now: nowSeconds, calls: [] }).version).toBe(pyjwtVersion);
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
    const { answers } = ask({ now: nowSeconds, calls: compared.map(({ call }) => call) });
    expect(compared.length).toBeGreaterThan(600);
    for (const [at, { call, expected }] of compared.entries())
      expect(expected, JSON.stringify(call)).toEqual(answers[at]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(15);
  });
});
