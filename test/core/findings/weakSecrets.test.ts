import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isTriable, knownSecretOf, secretAmong } from '../../../src/core/findings/weakSecrets';
import { isWellKnown, knownSecrets } from '../../../src/core/key/knownSecrets';
import { token } from './samples';

function signed(secret: string | Buffer, alg = 'HS256'): string {
  const [header, payload] = token({ alg }).split('.');
  const signature = createHmac(`sha${alg.slice(2)}`, secret)
    .update(`${header}.${payload}`)
    .digest('base64url');
  return `${header}.${payload}.${signature}`;
}

describe('a secret that everybody knows', () => {
  it.each([
    'your-secret-key',
    'your_secret_key',
    'Your-Secret-Key',
    'YOUR_SECRET_KEY',
    'yourSecretKey',
    'your-secret-key!',
    'your-secret-key\n',
    'secret',
    'shhhhh',
    'super-secret-jwt-token-with-at-least-32-characters-long',
    'THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET, IT CAN BE ANY STRING',
    'RANDOM_TOKEN_SECRET',
  ])('%j is found from a token alone', async (secret) => {
    expect(await knownSecretOf(signed(secret))).toBe(secret);
  });

  it.each(['HS384', 'HS512'])('is found behind %s', async (alg) => {
    expect(await knownSecretOf(signed('your-secret-key', alg))).toBe('your-secret-key');
  });

  it('is found where its base64 is decoded or taken as it is', async () => {
    const hex = '404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970';
    expect(await knownSecretOf(signed(Buffer.from(hex.toLowerCase(), 'base64')))).toBeDefined();
    expect(await knownSecretOf(signed('eW91ci1zZWNyZXQta2V5'))).toBe('eW91ci1zZWNyZXQta2V5');
  });

  it('is not found where there is none', async () => {
    expect(await knownSecretOf(signed('q7Vn2-Xw8_Lr5Tz1Bc9Kd4Mf6Hg3Js0Pe'))).toBeUndefined();
    expect(await knownSecretOf(token({ alg: 'RS256' }))).toBeUndefined();
    expect(isTriable(token({ alg: 'RS256' }))).toBe(false);
    expect(isTriable('no token')).toBe(false);
    expect(isTriable(signed('x'))).toBe(true);
  });
});

it('knows each of its own variants when it is given as key', () => {
  const strange = [...knownSecrets()].filter((secret) => !isWellKnown(secret));
  expect(strange.map((secret) => new TextDecoder().decode(secret)).slice(0, 20)).toEqual([]);
}, 60_000);

it('is bounded', () => {
  expect([...knownSecrets()].length).toBeLessThan(20_000);
});

it('finds the word of a list that signed a token', async () => {
  const words = Array.from({ length: 300 }, (_, at) => `word-${at}`);
  expect(await secretAmong(signed('word-299'), words)).toBe('word-299');
  expect(await secretAmong(signed('word-300'), words)).toBeUndefined();
  expect(await secretAmong(signed('word-300'), [])).toBeUndefined();
});
