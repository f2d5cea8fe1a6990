import { readFileSync } from 'node:fs';
import { type Algorithm, type VerifyOptions, verify } from 'jsonwebtoken';
import { describe, expect, it, vi } from 'vitest';
import { readKeys } from '../../../../src/core/key/readKeys';
import { readToken } from '../../../../src/core/token/read';
import type { LibraryOutcome } from '../../../../src/core/verify/libraries/answer';
import { joseVersion } from '../../../../src/core/verify/libraries/jose';
import { jsonwebtokenVersion } from '../../../../src/core/verify/libraries/jsonwebtoken';
import { jwtDecodeVersion, whatLibrariesSay } from '../../../../src/core/verify/libraries/libraries';
import { nowSeconds, type Sample, samples } from './samples';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

function versionOf(name: string): string {
  const file = new URL(`../../../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

async function foretold(
  { token, key, settings }: Sample,
  library: string,
): Promise<LibraryOutcome | undefined> {
  const reading = readKeys(key);
  const [first] = reading.ok ? reading.keys : [];
  if (!first) throw new Error('no key');
  const answers = await whatLibrariesSay(readToken(token), first, settings, nowSeconds);
  return answers.find((answer) => answer.library === library)?.outcome;
}

function real({ token, key, settings }: Sample): LibraryOutcome {
  const { algorithms, audience, issuer, leewaySeconds } = settings;
  const options: VerifyOptions = {
    clockTimestamp: nowSeconds,
    ...(algorithms && { algorithms: algorithms as Algorithm[] }),
    ...(audience && { audience }),
    ...(issuer && { issuer }),
    ...(leewaySeconds && { clockTolerance: leewaySeconds }),
  };
  try {
    verify(token, key, options);
    return { state: 'accepts' };
  } catch (error) {
    const { name, message } = error as Error;
    return { state: 'refuses', error: name, message };
  }
}

describe('jsonwebtoken', () => {
  const all = samples(800);

  it('says what was foretold, for hundreds of tokens', async () => {
    let compared = 0;
    for (const sample of all) {
      const expected = await foretold(sample, 'jsonwebtoken');
      if (!expected) continue;
      compared++;
      expect(expected, JSON.stringify(sample)).toEqual(real(sample));
    }
    expect(compared).toBeGreaterThan(600);
  });

  it('says many different things about them', () => {
    const said = new Set(all.map((sample) => JSON.stringify(real(sample)).replace(/"[A-Z]{2}\d+/g, '')));
    expect(said.size).toBeGreaterThan(12);
  });
});

describe('the versions that are named', () => {
  it.each([
    ['jsonwebtoken', jsonwebtokenVersion],
    ['jose', joseVersion],
    ['jwt-decode', jwtDecodeVersion],
  ])('%s', (name, version) => {
    expect(versionOf(name)).toBe(version);
  });
});

describe('whatLibrariesSay', () => {
  it('asks jose and jwt-decode themselves', async () => {
    const [sample] = samples(1);
    if (!sample) throw new Error('no sample');
    expect(await foretold(sample, 'jose')).toBeDefined();
    expect(await foretold(sample, 'jwt-decode')).toEqual({ state: 'reads' });
  });

  it('foretells nothing for a text that is not exact', async () => {
    const [sample] = samples(1);
    expect(
      await foretold({ token: 'a.b', key: 'secret', settings: sample?.settings ?? {} }, 'PyJWT'),
    ).toBeUndefined();
  });
});
