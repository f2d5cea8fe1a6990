import type { KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';
import { trustOf } from '../../../src/core/verify/trust';
import { verifySignature } from '../../../src/core/verify/verify';
import { pairOf, pemOf } from '../key/madeKeys';
import { keyTextsOf, secretTexts } from './keyTexts';
import { assemble, longSecret, notByJose, signers, signWithJose, signWithNode } from './signing';

const payload = '{"user_id":42,"exp":32503680000}';

async function stateOf(token: string, keyText: string, encoding?: keyof typeof secretTexts) {
  const reading = readKeys(keyText, encoding);
  return verifySignature(readToken(token), reading.ok ? reading.keys : []);
}

function swapOneBit(token: string): string {
  const at = token.indexOf('.') + 5;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

describe.each(signers)('%s with %s', (alg, name) => {
  const signingKey: KeyObject | string = name === 'secret' ? longSecret : pairOf(name).privateKey;
  const token = assemble({ alg }, payload, (input) => signWithNode(alg, signingKey, input));

  if (name === 'secret') {
    it.each(['text', 'base64', 'base64url', 'hex'] as const)(
      'verifies with the secret as %s',
      async (encoding) => {
        const verdict = await stateOf(token, secretTexts[encoding], encoding);
        expect(verdict).toMatchObject({ state: 'verified', alg });
        expect(trustOf(verdict)).toBe('yours');
      },
    );
  } else {
    it.each(Object.entries(keyTextsOf(name)))('verifies with the key as %s', async (_format, text) => {
      expect(await stateOf(token, text)).toMatchObject({ state: 'verified', alg });
    });
  }

  if (!notByJose.has(name)) {
    it('verifies what jose signed', async () => {
      const theirs = await signWithJose(
        alg,
        typeof signingKey === 'string' ? Buffer.from(signingKey) : signingKey,
        payload,
      );
      const text = name === 'secret' ? longSecret : pemOf(pairOf(name).publicKey, 'spki');
      expect(await stateOf(theirs, text)).toMatchObject({ state: 'verified', alg });
    });
  }

  it('does not match when one bit of the payload changed', async () => {
    const text = name === 'secret' ? longSecret : pemOf(pairOf(name).publicKey, 'spki');
    expect(await stateOf(swapOneBit(token), text)).toMatchObject({ state: 'wrong', code: 'no-match' });
  });

  it.each(signers.filter(([, other]) => other !== name))(
    'is never verified with the key of %s',
    async (_alg, other) => {
      const text = other === 'secret' ? longSecret : pemOf(pairOf(other).publicKey, 'spki');
      expect((await stateOf(token, text)).state).not.toBe('verified');
    },
  );
});

describe('an RSA key for RSASSA-PSS alone', () => {
  const text = pemOf(pairOf('pss').publicKey, 'spki');

  it('verifies PS256', async () => {
    const token = assemble({ alg: 'PS256' }, payload, (input) =>
      signWithNode('PS256', pairOf('pss').privateKey, input),
    );
    expect(await stateOf(token, text)).toMatchObject({ state: 'verified' });
  });

  it('does not serve RS256', async () => {
    const token = assemble({ alg: 'RS256' }, payload, (input) =>
      signWithNode('RS256', pairOf('rsa').privateKey, input),
    );
    expect(await stateOf(token, text)).toMatchObject({ state: 'unchecked', code: 'key-alg' });
  });
});
