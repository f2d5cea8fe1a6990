import { describe, expect, it, test } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { thumbprintOf } from '../../../src/core/key/thumbprint';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';
import { verifyWithEach } from '../../../src/core/verify/withEach';
import { signHs256, signRs256 } from '../../preview/signing';
import { jwkText, pairOf, pemOf } from '../key/madeKeys';

function keysOf(text: string): readonly Key[] {
  const reading = readKeys(text);
  return reading.ok ? reading.keys : [];
}

const rs = await signRs256({ sub: 'a' }, 'one');
const secret = 'a secret that is long enough for HS256';
const tokens = {
  hs: await signHs256({ sub: 'a' }, secret),
  'hs with kid': await signHs256({ sub: 'a' }, secret, { alg: 'HS256', kid: 'one' }),
  rs: rs.token,
  'rs cut': rs.token.slice(0, -40),
  none: await signHs256({ sub: 'a' }, secret, { alg: 'none' }),
};
const jwk = (extra: object) => jwkText(pairOf('rsa').publicKey, { ...extra });
const sets: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'the secret last': ['other', pemOf(pairOf('p256').publicKey, 'spki'), secret],
  'no secret fits': ['other', 'yet another'],
  'the key and a foreign one': [jwk({ kid: 'two' }), rs.jwk],
  'foreign keys': [jwk({ kid: 'two' }), jwkText(pairOf('otherRsa').publicKey, { kid: 'three' })],
  'a set without it': [`{"keys":[${jwk({ kid: 'two' })},${jwk({ kid: 'three' })}]}`],
  'keys for other things': [
    jwk({ use: 'enc' }),
    jwk({ alg: 'PS256' }),
    pemOf(pairOf('p256').publicKey, 'spki'),
  ],
};

describe.each(Object.entries(tokens))('one key after the other, for a token: %s', (_name, text) => {
  test.each(Object.entries(sets))('says what all at once say: %s', async (_set, texts) => {
    const keys = texts.flatMap(keysOf);
    const token = readToken(text);
    const { state, ...all } = await verifySignature(token, keys);
    const each = await verifyWithEach(token, keys, new WeakMap());
    expect(each.state).toBe(state);
    if ('code' in all) expect(each).toMatchObject({ code: all.code, values: all.values });
    if (each.state === 'verified') expect(each).toMatchObject(all);
  });
});

it('asks no key twice', async () => {
  const keys = keysOf('other');
  const answers = new WeakMap();
  const token = readToken(tokens.hs);
  await verifyWithEach(token, keys, answers);
  const [key] = keys;
  expect(key && answers.get(key)).toMatchObject({ state: 'wrong' });
  const planted = { state: 'no-key', alg: 'planted' } as const;
  if (key) answers.set(key, planted);
  expect(await verifyWithEach(token, keys, answers)).toBe(planted);
});

it('asks the key that the token names first', async () => {
  const { kid: _kid, ...unnamed } = JSON.parse(rs.jwk);
  const keys = [...keysOf(JSON.stringify(unnamed)), ...keysOf(rs.jwk)];
  expect(await verifyWithEach(readToken(rs.token), keys, new WeakMap())).toMatchObject({
    key: { kid: 'one' },
  });
});

it('says how the key was chosen', async () => {
  const [named] = keysOf(rs.jwk);
  const [unnamed] = keysOf(secret);
  const thumbprint = unnamed && (await thumbprintOf(unnamed));
  const pointed = await signHs256({}, secret, { alg: 'HS256', kid: thumbprint ?? '' });
  const chosen = async (text: string, key: Key | undefined) =>
    verifyWithEach(readToken(text), key ? [key] : [], new WeakMap());
  expect(await chosen(rs.token, named)).toMatchObject({ chosenBy: 'kid' });
  expect(await chosen(pointed, unnamed)).toMatchObject({ chosenBy: 'thumbprint' });
  expect(await chosen(tokens.hs, unnamed)).toMatchObject({ chosenBy: 'type' });
});
