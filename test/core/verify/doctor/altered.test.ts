import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readToken } from '../../../../src/core/token/read';
import { diagnose, type GivenKey } from '../../../../src/core/verify/doctor/doctor';
import { pairOf, pemOf } from '../../key/madeKeys';
import { assemble, longSecret, signWithNode } from '../signing';

const mac = (secret: string) => (input: string) => createHmac('sha256', secret).update(input).digest();
const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');
const payload = '{"sub":"john", "n": 1.0}';
const token = assemble({ alg: 'HS256', typ: 'JWT', kid: 'a' }, payload, mac(longSecret));
const [header = '', claims = '', signature = ''] = token.split('.');
const given = [{ text: longSecret }];

async function found(text: string, keys: readonly GivenKey[] = given, others: readonly string[] = []) {
  const { remedy, keyIndex } = await diagnose(readToken(text), keys, others);
  return remedy ? [remedy.code, ...remedy.values, keyIndex].join(' ') : 'nothing';
}

describe('an altered part', () => {
  test.each([
    ['a claim at the end', payload.replace('}', ',"admin":true}')],
    ['a claim in the middle', payload.replace(',', ',"admin":true,')],
    ['a claim at the start', payload.replace('{', '{"admin":true,')],
  ])('is the payload: %s', async (_what, now) => {
    expect(await found(`${header}.${encode(now)}.${signature}`)).toBe('altered-payload admin 0');
  });

  test.each([
    [
      'a member was added',
      '{"alg":"HS256","typ":"JWT","kid":"a","jku":"https://a.example"}',
      '{"alg":"HS256","typ":"JWT","kid":"a"}',
    ],
    [
      'the algorithm was changed',
      '{"alg":"HS512","typ":"JWT","kid":"a"}',
      '{"alg":"HS256","typ":"JWT","kid":"a"}',
    ],
  ])('is the header: %s', async (_what, now, before) => {
    expect(await found(`${encode(now)}.${claims}.${signature}`)).toBe(`altered-header ${before} 0`);
  });

  test('is the header of a token with a public key', async () => {
    const { publicKey, privateKey } = pairOf('rsa');
    const signed = assemble({ alg: 'RS256', typ: 'JWT' }, payload, (input) =>
      signWithNode('RS256', privateKey, input),
    );
    const [, ...rest] = signed.split('.');
    const key = [{ text: pemOf(publicKey, 'spki') }];
    expect(await found([encode('{"alg":"RS384","typ":"JWT"}'), ...rest].join('.'), key)).toBe(
      'altered-header {"alg":"RS256","typ":"JWT"} 0',
    );
  });

  test('is the signature, of an HMAC', async () => {
    const bytes = Buffer.from(signature, 'base64url');
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    expect(await found(`${header}.${claims}.${encode(bytes)}`)).toBe('altered-signature 1 32 0');
    expect(await found(`${header}.${claims}.${encode(bytes.reverse())}`)).toBe('nothing');
  });

  test.each([
    ['twin-header', `${encode('{"alg":"HS256"}')}.${claims}.${signature}`],
    ['twin-payload', `${header}.${encode('{"sub":"jane"}')}.${signature}`],
    ['twin-signature', `${header}.${claims}.${encode(Buffer.alloc(32, 7))}`],
  ])('is seen beside another captured token: %s', async (code, altered) => {
    const wrong = [{ text: 'another secret that is long enough' }];
    expect(await found(altered, wrong, ['unrelated', `${header}.${claims}`, token])).toBe(`${code} `);
    expect(await found(altered, wrong, ['unrelated', altered])).toBe('nothing');
  });
});

describe('several keys', () => {
  test('the one that is the matter is told', async () => {
    const keys = [{ text: 'one' }, { text: 'two' }, { text: `"${longSecret}"` }];
    expect(await found(token, keys)).toBe('secret-unquoted 2');
  });

  test('no more of them are examined than there is time for', async () => {
    const keys = Array.from({ length: 12 }, (_, at) => ({ text: `secret ${at}` }));
    expect(await found(token, [...keys, { text: `"${longSecret}"` }])).toBe('nothing');
  });
});
