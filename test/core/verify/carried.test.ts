import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/core/token/read';
import { carriedKeys, matchesCarriedKey, pointersOf } from '../../../src/core/verify/carried';
import { verifySignature } from '../../../src/core/verify/verify';
import { certificateFor } from '../key/madeCertificate';
import { pairOf } from '../key/madeKeys';
import { assemble, signWithNode } from './signing';

const jwk = pairOf('rsa').publicKey.export({ format: 'jwk' });
const authority = { name: 'Anyone', key: pairOf('p256').privateKey };
const certificate = certificateFor({ name: 'Anyone', key: pairOf('rsa').publicKey }, authority).replace(
  /-----[^-]+-----|\n/g,
  '',
);
const signed = (header: object, name: 'rsa' | 'otherRsa' = 'rsa') =>
  readToken(
    assemble({ alg: 'RS256', ...header }, '{}', (input) =>
      signWithNode('RS256', pairOf(name).privateKey, input),
    ),
  );

describe('a key that the token carries', () => {
  it.each([
    ['none', signed({})],
    ['matches', signed({ jwk })],
    ['matches', signed({ x5c: [certificate] })],
    ['differs', signed({ jwk }, 'otherRsa')],
    ['unreadable', signed({ jwk: { kty: 'RSA' } })],
    ['unreadable', signed({ x5c: 'garbage' })],
  ])('%s', async (answer, token) => {
    expect(await matchesCarriedKey(token)).toBe(answer);
  });

  it('never makes the token verified', async () => {
    for (const header of [{ jwk }, { x5c: [certificate] }]) {
      const token = signed(header);
      expect(await verifySignature(token, [])).toMatchObject({ state: 'no-key' });
      expect(await verifySignature(token, carriedKeys(token))).toMatchObject({
        state: 'unchecked',
        code: 'key-carried',
      });
    }
  });

  it('is only named where the token points at it', () => {
    expect(pointersOf(signed({ jku: 'https://keys.example/set', x5u: 5 }))).toEqual([
      { name: 'jku', value: 'https://keys.example/set' },
    ]);
  });
});
