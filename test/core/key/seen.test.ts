import { describe, expect, test } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { keysSeenIn } from '../../../src/core/key/readSeen';
import { isSeen, mayHoldKeys, type Seen, withSeen } from '../../../src/core/key/seen';
import { jwkText, pairOf } from './madeKeys';

const { publicKey, privateKey } = pairOf('p256');
const rsa = jwkText(pairOf('rsa').publicKey, { kid: 'a', use: 'sig', x5c: ['AAAA'] });

describe('the keys in an answer', () => {
  test('are its public keys for signatures, and nothing else of it', async () => {
    const octets = '{"kty":"oct","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQ"}';
    const body = `{"keys":[${rsa},${jwkText(privateKey)},${octets},${jwkText(publicKey, { use: 'enc' })},{"kty":"X"}]}`;
    const seen = await keysSeenIn(body);
    expect(seen?.kind).toBe('keys');
    const text = seen?.kind === 'keys' ? seen.text : '';
    expect(text).not.toContain('c2VjcmV0');
    expect(text).not.toContain('"d"');
    expect(text).not.toContain('x5c');
    const reading = readKeys(text, undefined, 'traffic');
    expect(reading).toMatchObject({
      ok: true,
      keys: [
        { kind: 'rsa', kid: 'a', source: 'traffic', private: false },
        { kind: 'ec', source: 'traffic', private: false },
      ],
    });
  });

  test('of a discovery document are where it says', async () => {
    const body = '{"issuer":"https://a.example/","jwks_uri":"https://a.example/keys","x":[1]}';
    expect(await keysSeenIn(body)).toEqual({
      kind: 'discovery',
      issuer: 'https://a.example/',
      jwksUri: 'https://a.example/keys',
    });
  });

  test.each([
    ['no JSON', '{"keys":[ oh no'],
    ['something else that has keys', '{"keys":["a","b"]}'],
    ['no keys', '{"keys":[]}'],
    ['secrets alone', '{"keys":[{"kty":"oct","k":"AAAA"}]}'],
    ['a list', `[{"keys":[${rsa}]}]`],
    ['a script', `var a = {"keys":[${rsa}]}`],
    ['an issuer alone', '{"issuer":"a","jwks_uri":5}'],
    ['something endless', `{"keys":[${rsa}],"x":"${'a'.repeat(200_000)}"}`],
    ['a long address', `{"issuer":"a","jwks_uri":"${'a'.repeat(2_001)}"}`],
    ['nothing', ''],
  ])('are none: %s', async (_what, body) => {
    expect(await keysSeenIn(body)).toBeUndefined();
  });
});

test('most answers are told by one look', () => {
  expect(mayHoldKeys('{"keys": [ {} ]}')).toBe(true);
  expect(mayHoldKeys('{"access_token":"a"}')).toBe(false);
});

const at = (url: string, atMs: number, text = '{"keys":[]}'): Seen => ({
  kind: 'keys',
  text,
  url,
  tabId: 1,
  atMs,
});

test('what was seen is bounded, the newest first, one for each address', () => {
  let known: readonly Seen[] = [];
  for (let n = 0; n < 50; n++) known = withSeen(known, at(`https://a.example/${n % 30}`, n));
  expect(known).toHaveLength(20);
  expect(known[0]?.atMs).toBe(49);
  expect(new Set(known.map(({ url }) => url)).size).toBe(20);
  for (let n = 0; n < 5; n++) known = withSeen(known, at(`https://b.example/${n}`, n, 'x'.repeat(100_000)));
  expect(JSON.stringify(known).length).toBeLessThan(310_000);
  expect(known[0]?.url).toBe('https://b.example/4');
});

test.each<[unknown, boolean]>([
  [at('https://a.example/', 1), true],
  [{ kind: 'discovery', issuer: 'a', jwksUri: 'b', url: 'c', tabId: 1, atMs: 1 }, true],
  [{ kind: 'discovery', url: 'c', tabId: 1, atMs: 1 }, false],
  [{ kind: 'other', text: 'a', url: 'c', tabId: 1, atMs: 1 }, false],
  [{ kind: 'keys', text: 'a', url: 'c', tabId: 1, atMs: Number.NaN }, false],
  [null, false],
  ['a', false],
])('a message is checked: %j', (value, good) => {
  expect(isSeen(value)).toBe(good);
});
