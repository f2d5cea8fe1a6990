import { CompactEncrypt, type CompactJWEHeaderParameters } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contents } from '../../src/core/verify/decrypt/content';
import { managements } from '../../src/core/verify/decrypt/management';
import { jwkText, type MadeName, pairOf } from '../core/key/madeKeys';
import { forgeries } from '../core/verify/forgeries';
import { keyTextsOf, secretTexts } from '../core/verify/keyTexts';
import { signedByAll } from '../interop/signers';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import type { Job } from './coreInPage';
import { serveCore } from './coreServer';

/** A signature of every algorithm by every library, with its key in every format. */
async function signatureJobs(): Promise<readonly (Job & { library: string })[]> {
  return (await signedByAll()).flatMap(({ library, alg, key, token }) =>
    formatsOf(key).map((format) => ({
      library,
      name: `${library} ${alg} ${key} ${format.name}`,
      token,
      ...format.job,
    })),
  );
}

function formatsOf(
  key: MadeName | 'secret',
): readonly { name: string; job: Pick<Job, 'key' | 'encoding'> }[] {
  if (key !== 'secret')
    return Object.entries(keyTextsOf(key)).map(([name, text]) => ({ name, job: { key: text } }));
  return (['text', 'base64', 'base64url', 'hex'] as const).map((encoding) => ({
    name: encoding,
    job: { key: secretTexts[encoding], encoding },
  }));
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

const matrix = signatureJobs();

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

  test.each(['node:crypto', 'jose', 'jsonwebtoken', 'PyJWT'])(
    'what %s signs verifies, with every algorithm and the key in every format',
    async (library) => {
      const jobs = (await matrix).filter((job) => job.library === library);
      expect(jobs.length).toBeGreaterThan(60);
      expect(await driver.tab.run(`window.answersTo(${JSON.stringify(jobs)})`)).toEqual(
        allAre('verified', jobs),
      );
    },
  );

  test('no forgery verifies', async () => {
    const jobs: readonly Job[] = forgeries();
    const answers = await driver.tab.run<Record<string, string>>(`window.answersTo(${JSON.stringify(jobs)})`);
    expect(Object.keys(answers)).toHaveLength(jobs.length);
    expect(Object.entries(answers).filter(([, answer]) => answer === 'verified')).toEqual([]);
  });

  test('every kind of encryption opens', async () => {
    const jobs = await encryptionJobs();
    expect(await driver.tab.run(`window.answersTo(${JSON.stringify(jobs)})`)).toEqual(
      allAre('decrypted', jobs),
    );
  });
});
