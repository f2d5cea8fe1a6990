import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { readToken } from '../../../src/core/token/read';
import { trustOf } from '../../../src/core/verify/trust';
import { type SignatureVerdict, verifySignature } from '../../../src/core/verify/verify';
import { type Case, tokenOf, vectors, vectorsAbsent } from '../../vectors';
import { readVectorKey, type VectorKey, vectorKeys } from './vectorKeys';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

const suites = [
  'wycheproof-jws',
  'wycheproof-jwk',
  'rfc',
  'hostile',
  'weak-secrets',
  'lib-golang-jwt',
  'lib-jwtio',
  'lib-misc',
  'lib-node-jsonwebtoken',
  'lib-pyjwt',
  'claims-time',
  'fuzz-seeds',
  'json-parsing',
  'naughty-strings',
  'profiles',
  'sd-jwt',
];

function verdictOf(each: Case): Promise<SignatureVerdict> {
  const apart = each.expect.detached_payload ?? each.ctx?.detached_payload;
  const detached = typeof apart === 'string' ? { payload: new TextEncoder().encode(apart) } : undefined;
  return verifySignature(readToken(wholeToken(each)), vectorKeys(each.key), detached);
}

function wholeToken(each: Case): string {
  const unsigned = tokenOf(each);
  if (!each.gen?.secret) return unsigned;
  const input = unsigned.slice(0, unsigned.lastIndexOf('.'));
  return `${input}.${createHmac('sha256', each.gen.secret).update(input).digest('base64url')}`;
}

/** Verified, and nothing in the verdict warns of the key. */
function isPlainlyVerified(verdict: SignatureVerdict): boolean {
  return verdict.state === 'verified' && trustOf(verdict) === 'yours';
}

/** Where a library accepts what a specification forbids, and what is said instead. */
const refused: Readonly<Record<string, string>> = {
  'njwt-4da8a1d1e3': 'alg-none',
  'pyjwt-test_encode_decode_with_detached_content-e56e91a780': 'b64-not-critical',
};

const isJudged = ({ op, expect: { verifies } }: Case) => op === 'verify' || typeof verifies === 'boolean';
const isBad = ({ expect: { verifies, must } }: Case) =>
  verifies === false || (must as string[] | undefined)?.includes('not-verified') === true;
const isGood = ({ expect: { verifies, verifies_if_supported } }: Case) =>
  verifies === true || verifies_if_supported === true;
const needsWarning = ({ expect: { must } }: Case) =>
  ((must as string[] | undefined) ?? []).some((what) =>
    ['warn', 'warn-or-refuse', 'not-verified-or-warn', 'warn-weak'].includes(what),
  );
const needsKeyError = ({ expect: { must } }: Case) =>
  (must as string[] | undefined)?.includes('key-error') === true;

describe.each(suites)('vectors %s', (suite) => {
  const found = vectors(suite);
  const cases = (found ?? []).filter((each) => isJudged(each) && each.expect.contested === undefined);
  const title = found ? 'signatures' : vectorsAbsent;

  describe.skipIf(!found)(title, () => {
    it('never says "verified" of what must not be', async () => {
      for (const each of cases.filter(isBad)) {
        const verdict = await verdictOf(each);
        const said = each.expect.policy ? isPlainlyVerified(verdict) : verdict.state === 'verified';
        expect(said, each.id).toBe(false);
      }
    });

    it('verifies what is good', async () => {
      for (const each of cases.filter((each) => isGood(each) && !(each.id in refused))) {
        const verdict = await verdictOf(each);
        expect(verdict, each.id).toMatchObject({ state: 'verified' });
      }
    });

    it('refuses what a specification forbids', async () => {
      for (const each of cases.filter(({ id }) => id in refused)) {
        expect(await verdictOf(each), each.id).toMatchObject({ state: 'unchecked', code: refused[each.id] });
      }
    });

    it('warns of keys that anyone may have', async () => {
      for (const each of cases.filter(needsWarning)) {
        expect(isPlainlyVerified(await verdictOf(each)), each.id).toBe(false);
      }
    });

    it('calls a bad key a bad key, not a bad signature', async () => {
      for (const each of cases.filter(needsKeyError)) {
        expect(readVectorKey(each.key as VectorKey), each.id).toMatchObject({ ok: false });
      }
    });
  });
});
