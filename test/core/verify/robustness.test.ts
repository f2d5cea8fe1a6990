import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openEncrypted } from '../../../src/core/key/encrypted';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';
import { decryptToken } from '../../../src/core/verify/decrypt/decrypt';
import { diagnose } from '../../../src/core/verify/doctor/doctor';
import { verifySignature } from '../../../src/core/verify/verify';
import { jwkText, pairOf, pemOf } from '../key/madeKeys';
import { assemble, longSecret, signWithNode } from './signing';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

const locked = pairOf('p256').privateKey.export({
  format: 'pem',
  type: 'pkcs8',
  cipher: 'aes-128-cbc',
  passphrase: 'x',
});
const keyTexts = [
  pemOf(pairOf('rsa').privateKey, 'pkcs8'),
  pemOf(pairOf('p256').privateKey, 'sec1'),
  pemOf(pairOf('ed25519').publicKey, 'spki'),
  jwkText(pairOf('p521').privateKey, { key_ops: ['verify'] }),
  `{"keys":[${jwkText(pairOf('rsa').publicKey)}]}`,
  locked.toString(),
];
const tokens = [
  assemble({ alg: 'HS256', crit: ['b64'], b64: true }, '{}', (input) =>
    signWithNode('HS256', longSecret, input),
  ),
  assemble({ alg: 'RS256' }, '{}', (input) => signWithNode('RS256', pairOf('rsa').privateKey, input)),
  assemble({ alg: 'ES256' }, '{}', (input) => signWithNode('ES256', pairOf('p256').privateKey, input)),
  `${Buffer.from('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":10,"p2s":"AAAAAAAAAAA"}').toString('base64url')}.AAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`,
];
const keys: readonly Key[] = [longSecret, ...keyTexts.slice(0, 3)].flatMap((text) => {
  const reading = readKeys(text);
  return reading.ok ? reading.keys : [];
});

/** A text of the list with a piece cut out and something else put in. */
function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(40), fc.string({ maxLength: 12 }));
  return edit.map(([text, at, length, inserted]) => {
    const start = at % text.length;
    return text.slice(0, start) + inserted + text.slice(start + length);
  });
}

const anything = (texts: readonly string[]) =>
  fc.oneof(damaged(texts), fc.string({ maxLength: 300 }), fc.json());

describe('nothing throws', () => {
  it('for any text of a key', async () => {
    await fc.assert(
      fc.asyncProperty(
        anything(keyTexts),
        fc.constantFrom(undefined, 'text', 'base64', 'base64url', 'hex'),
        async (text, encoding) => {
          const reading = readKeys(text, encoding);
          expect(reading.ok ? reading.keys.length : reading.fault.code).toBeTruthy();
          await openEncrypted(text, 'x');
          if (reading.ok) await verifySignature(readToken(tokens[0] ?? ''), reading.keys);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('for any text of a token, and only what was signed is verified', async () => {
    await fc.assert(
      fc.asyncProperty(anything(tokens), async (text) => {
        const verdict = await verifySignature(readToken(text), keys);
        if (verdict.state === 'verified') expect(tokens).toContain(text);
        expect((await decryptToken(readToken(text), keys)).state).not.toBe('decrypted');
        await diagnose(readToken(text), [{ text: longSecret }]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('nothing hangs', () => {
  it.each([
    ['a million characters', 'A'.repeat(1_000_000)],
    ['more than that', 'A'.repeat(1_000_001)],
    ['half a million spaces', `${' '.repeat(500_000)}x`],
    ['half a million line breaks', `x${'\n'.repeat(500_000)}x`],
    ['nothing but quotes', '"'.repeat(500_000)],
    ['one PEM block after another', '-----BEGIN X-----\nAAAA\n-----END X-----\n'.repeat(20_000)],
    ['PEM that never ends', '-----BEGIN X-----\n'.repeat(50_000)],
    ['headers of PEM', `-----BEGIN X-----\n${'a: b\n c\n'.repeat(100_000)}-----END X-----`],
    ['brackets', '['.repeat(500_000)],
    ['a hundred thousand keys', `{"keys":[${'{"kty":"x"},'.repeat(50_000)}{}]}`],
  ])('on %s', (_what, text) => {
    const reading = readKeys(text);
    expect(reading.ok ? reading.format : reading.fault.code).toBeTruthy();
  });
});
