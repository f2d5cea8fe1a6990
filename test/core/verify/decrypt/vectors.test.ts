import { describe, expect, it, vi } from 'vitest';
import { readToken } from '../../../../src/core/token/read';
import { type Decryption, decryptToken } from '../../../../src/core/verify/decrypt/decrypt';
import { type Case, vectors, vectorsAbsent } from '../../../vectors';
import { vectorKeys } from '../vectorKeys';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

/** Wycheproof refuses JSON serializations as such, however right they are; here they are read. */
const isJsonOnPrinciple = ({ token = '', expect: { policy } }: Case) =>
  token.startsWith('{') && policy !== undefined;

const refusedOnPurpose = ['rsa1-5', 'zip-too-big'];

function outcome(opened: Decryption): string {
  if (opened.state === 'decrypted') return new TextDecoder().decode(opened.plaintext);
  return 'code' in opened ? `${opened.state} ${opened.code}` : opened.state;
}

async function open(each: Case): Promise<Decryption> {
  return decryptToken(readToken(each.token ?? ''), vectorKeys(each.key));
}

describe.each(['wycheproof-jwe', 'rfc', 'hostile'])('vectors %s', (suite) => {
  const found = vectors(suite);
  const cases = (found ?? []).filter((each) => each.op === 'decrypt' && !isJsonOnPrinciple(each));

  describe.skipIf(!found)(found ? 'encrypted tokens' : vectorsAbsent, () => {
    it.each(cases.filter(({ expect: { decrypts } }) => decrypts === false))(
      '$id stays shut',
      async (each) => {
        expect((await open(each)).state).not.toBe('decrypted');
      },
    );

    it.each(cases.filter(({ expect: { decrypts } }) => decrypts === true))('$id opens', async (each) => {
      const opened = await open(each);
      if (opened.state === 'cannot' && refusedOnPurpose.includes(opened.code)) {
        expect(each.expect.optional).toBe(true);
        return;
      }
      const { plaintext, plaintext_hex: hex } = each.expect;
      expect(outcome(opened)).toBe(plaintext ?? Buffer.from(`${hex}`, 'hex').toString());
    });
  });
});
