import { CompactEncrypt, type CompactJWEHeaderParameters } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contents } from '../../src/core/verify/decrypt/content';
import { managements } from '../../src/core/verify/decrypt/management';
import { jwkText, pairOf } from '../core/key/madeKeys';
import { keyTextsOf, secretTexts } from '../core/verify/keyTexts';
import { assemble, longSecret, signers, signWithNode } from '../core/verify/signing';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import type { Job } from './coreInPage';
import { serveCore } from './coreServer';

/** A signature of every algorithm, with its key in every format. */
function signatureJobs(): readonly Job[] {
  return signers.flatMap(([alg, name]) => {
    const key = name === 'secret' ? longSecret : pairOf(name).privateKey;
    const token = assemble({ alg }, '{"sub":"me"}', (input) => signWithNode(alg, key, input));
    if (name !== 'secret') {
      return Object.entries(keyTextsOf(name)).map(([format, text]) => ({
        name: `${alg} ${name} ${format}`,
        token,
        key: text,
      }));
    }
    return (['text', 'base64', 'base64url', 'hex'] as const).map((encoding) => ({
      name: `${alg} ${encoding}`,
      token,
      key: secretTexts[encoding],
      encoding,
    }));
  });
}

/** A token encrypted in every way. */
function encryptionJobs(): Promise<readonly Job[]> {
  const pairs = Object.keys(managements).flatMap((alg) => Object.keys(contents).map((enc) => ({ alg, enc })));
  return Promise.all(
    pairs.map(async ({ alg, enc }) => {
      const bytes = managements[alg]?.wrapBytes ?? contents[enc]?.keyBytes ?? 0;
      const pair = alg.startsWith('RSA')
        ? pairOf('rsa')
        : alg.startsWith('ECDH')
          ? pairOf('p384')
          : undefined;
      const secret = Buffer.alloc(bytes, 7);
      const header = { alg, enc } as CompactJWEHeaderParameters;
      const token = await new CompactEncrypt(Buffer.from('{}'))
        .setProtectedHeader(header)
        .encrypt(pair?.publicKey ?? secret);
      if (pair) return { name: `${alg} ${enc}`, token, key: jwkText(pair.privateKey) };
      return { name: `${alg} ${enc}`, token, key: secret.toString('hex'), encoding: 'hex' } as const;
    }),
  );
}

const allAre = (answer: string, jobs: readonly Job[]) =>
  Object.fromEntries(jobs.map(({ name }) => [name, answer]));

describe.each(['chromium', 'firefox'] as const)('verification in %s', (engine) => {
  let driver: Driver;
  let site: Awaited<ReturnType<typeof serveCore>>;

  beforeAll(async () => {
    site = await serveCore();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(site.url);
    await until('core to have loaded', () =>
      driver.tab.run<boolean>(`typeof window.answersTo === 'function'`),
    );
  });
  afterAll(async () => {
    await driver?.close();
    site?.close();
  });

  test('every algorithm verifies, with the key in every format', async () => {
    const jobs = signatureJobs();
    expect(await driver.tab.run(`window.answersTo(${JSON.stringify(jobs)})`)).toEqual(
      allAre('verified', jobs),
    );
  });

  test('every kind of encryption opens', async () => {
    const jobs = await encryptionJobs();
    expect(await driver.tab.run(`window.answersTo(${JSON.stringify(jobs)})`)).toEqual(
      allAre('decrypted', jobs),
    );
  });
});
