import { describe, expect, it } from 'vitest';
import { type Signing, signCompact } from '../../../src/core/sign/jws/sign';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';
import { vectors, vectorsAbsent } from '../../vectors';
import { vectorKeys } from '../verify/vectorKeys';

interface SignCase {
  id: string;
  input: { header_text: string; payload_text: string };
  signing_key: unknown;
  expect: {
    token: string | null;
    deterministic: boolean | null;
    verify_key?: unknown;
    must?: readonly string[];
  };
}

const found = vectors('sign') as unknown as SignCase[] | undefined;
const cases = found ?? [];

function signed(each: SignCase, unsecured = false): Promise<Signing> {
  const [key] = vectorKeys(each.signing_key);
  const { header_text: header, payload_text: payload } = each.input;
  return signCompact({ header, payload, key, unsecured });
}

const asks = (what: string) => (each: SignCase) => each.expect.must?.includes(what) === true;

describe.skipIf(!found)(found ? 'vectors sign' : vectorsAbsent, () => {
  it('makes the exact token where it is fixed', async () => {
    const fixed = cases.filter(({ expect: { token } }) => token !== null);
    for (const each of fixed) {
      const signing = await signed(each, asks('explicit-or-refuse')(each));
      expect(signing.state === 'signed' && signing.token, each.id).toBe(each.expect.token);
    }
    expect(fixed.length).toBeGreaterThan(5);
  });

  it('makes a token that verifies where it is not', async () => {
    const free = cases.filter(({ expect: { verify_key } }) => verify_key !== undefined);
    for (const each of free) {
      const signing = await signed(each);
      const token = readToken(signing.state === 'signed' ? signing.token : '');
      const verdict = await verifySignature(token, vectorKeys(each.expect.verify_key));
      expect(verdict.state, each.id).toBe('verified');
    }
    expect(free.length).toBeGreaterThan(3);
  });

  it('refuses what must be refused', async () => {
    for (const each of cases.filter(asks('refuse')))
      expect((await signed(each)).state, each.id).toBe('refused');
    for (const each of cases.filter(asks('explicit-or-refuse')))
      expect(await signed(each), each.id).toMatchObject({ state: 'refused', code: 'unsecured-not-asked' });
  });

  it('warns where it must, and explains what it does not take', async () => {
    for (const each of cases.filter(asks('warn-or-refuse'))) {
      const signing = await signed(each);
      expect(signing.state === 'refused' || signing.warnings.length > 0, each.id).toBe(true);
    }
    for (const each of cases.filter(asks('accept-or-explain'))) {
      const signing = await signed(each);
      expect(signing.state === 'signed' || signing.code, each.id).toBeTruthy();
    }
  });
});
