import { describe, expect, it } from 'vitest';
import { isAboveInfo } from '../../../src/core/findings/finding';
import { findingsOf } from '../../../src/core/findings/findings';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';
import { type Case, tokenOf, vectors, vectorsAbsent } from '../../vectors';
import { vectorKeys } from '../verify/vectorKeys';
import { context } from './samples';

async function found(each: Case) {
  const text = tokenOf(each);
  const keys = vectorKeys(each.key);
  const verdict = await verifySignature(readToken(text), keys);
  const nowMs = Number(each.ctx?.now ?? 1_750_000_000) * 1_000;
  return { verdict, findings: await findingsOf(text, context({ verdict, keys, nowMs })) };
}

const ids = (findings: Awaited<ReturnType<typeof found>>['findings']) => findings.map(({ id }) => id);

function suite(name: string, run: (cases: Case[]) => void): void {
  const cases = vectors(name);
  describe(`${name}${cases ? '' : ` (${vectorsAbsent})`}`, () => {
    if (cases) run(cases);
    else it('is read from ../shared/vectors', () => expect(cases).toBeUndefined());
  });
}

suite('weak-secrets', (cases) => {
  it.each(cases)('$id: a secret that verifies and is weak is warned of', async (each) => {
    const { verdict, findings } = await found(each);
    expect(verdict.state).toBe('verified');
    expect(ids(findings)).toEqual(expect.arrayContaining([expect.stringMatching(/^secret-/)]));
  });
});

suite('profiles', (cases) => {
  const time = /exp \(s4\)/;
  it.each(cases.filter(({ expect: { profile_ok } }) => profile_ok === true))(
    '$id: nothing above info, as all is well',
    async (each) => {
      expect((await found(each)).findings.filter(isAboveInfo)).toEqual([]);
    },
  );
  it.each(
    cases.filter(
      ({ expect: { profile_ok, violation } }) => profile_ok === false && !time.test(String(violation)),
    ),
  )('$id: told', async (each) => {
    expect(ids((await found(each)).findings)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(kind|alg|key|claim|aud)-/)]),
    );
  });
});

/** What is hostile to a verifier alone: an honest b64, and an issuer that only a tool that connects would ask. */
const harmless: ReadonlySet<string> = new Set(['own-crit-b64-true', 'own-header-iss-discovery-nokey']);

suite('hostile', (cases) => {
  const told: Readonly<Record<string, RegExp>> = {
    'alg-none': /^(alg-none|alg-none-disguised|alg-missing|signature-stripped)$/,
    psychic: /^signature-/,
    'embedded-key': /^key-|^kid-/,
    crit: /^crit-|^b64-/,
    kid: /^kid-|^hidden-/,
  };
  const tagged = cases.flatMap((each) =>
    Object.entries(told).flatMap(([tag, pattern]) =>
      each.tags?.[0] === tag && !harmless.has(each.id) ? [{ id: each.id, tag, pattern, each }] : [],
    ),
  );
  it.each(tagged)('$id: told as $tag', async ({ each, pattern }) => {
    expect(ids((await found(each)).findings)).toEqual(
      expect.arrayContaining([expect.stringMatching(pattern)]),
    );
  });
});
