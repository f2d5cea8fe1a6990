import { describe, expect, it, test } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { thumbprintOf } from '../../../src/core/key/thumbprint';
import { readToken } from '../../../src/core/token/read';
import { type Answers, verifySignature } from '../../../src/core/verify/verify';
import { verifyText } from '../../../src/core/verify/verifyText';
import { signHs256, signRs256 } from '../../preview/signing';
import { jwkText, pairOf, pemOf } from '../key/madeKeys';

function keysOf(text: string): readonly Key[] {
  const reading = readKeys(text);
  return reading.ok ? reading.keys : [];
}

/** Encoded anew, so that the last character has no spare bits. */
function cutSignature(token: string, bytes: number): string {
  const at = token.lastIndexOf('.') + 1;
  return (
    token.slice(0, at) + Buffer.from(token.slice(at), 'base64url').subarray(0, bytes).toString('base64url')
  );
}

const rs = await signRs256({ sub: 'a' }, 'one');
const secret = 'a secret that is long enough for HS256';
const tokens = {
  hs: await signHs256({ sub: 'a' }, secret),
  'hs with kid': await signHs256({ sub: 'a' }, secret, { alg: 'HS256', kid: 'one' }),
  rs: rs.token,
  'rs cut': rs.token.slice(0, -40),
  'rs cut to whole bytes': cutSignature(rs.token, 226),
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

describe.each(Object.entries(tokens))('one key more at a time, for a token: %s', (_name, text) => {
  test.each(Object.entries(sets))('says what all at once say: %s', async (_set, texts) => {
    const keys = texts.flatMap(keysOf);
    const answers: Answers = new WeakMap();
    for (let some = 0; some <= keys.length; some++) {
      const given = keys.slice(0, some);
      expect(await verifyText(text, given, answers)).toEqual(await verifySignature(readToken(text), given));
    }
  });
});

it('asks no key twice', async () => {
  const keys = keysOf('other');
  const answers: Answers = new WeakMap();
  expect(await verifyText(tokens.hs, keys, answers)).toMatchObject({ state: 'wrong' });
  const [key] = keys;
  expect(key && answers.get(key)).toEqual([false]);
  if (key) answers.set(key, [true]);
  expect(await verifyText(tokens.hs, keys, answers)).toMatchObject({ state: 'verified' });
});

it('asks the key that the token names first, and what the user gave before what was seen', async () => {
  const { kid: _kid, ...unnamed } = JSON.parse(rs.jwk);
  const named = keysOf(rs.jwk);
  const seen = named.map((key): Key => ({ ...key, source: 'traffic' }));
  const keys = [...seen, ...keysOf(JSON.stringify(unnamed))];
  const state = 'verified';
  expect(await verifyText(rs.token, [...keys, ...named])).toMatchObject({ state, key: named[0] });
  expect(await verifyText(rs.token, keys)).toMatchObject({ state, key: { source: 'yours' } });
  expect(await verifyText(rs.token, seen)).toMatchObject({ state, key: { source: 'traffic' } });
});

it('says how the key was chosen', async () => {
  const [named] = keysOf(rs.jwk);
  const [unnamed] = keysOf(secret);
  const others = keysOf('other');
  const bound = keysOf(secret).map((key) => ({ ...key, origin: 'https://api.example' }));
  const renamed = keysOf(rs.jwk).map((key) => ({ ...key, kid: 'another' }));
  const thumbprint = unnamed && (await thumbprintOf(unnamed));
  const pointed = await signHs256({}, secret, { alg: 'HS256', kid: thumbprint ?? '' });
  const chosen = (text: string, ...keys: (Key | undefined)[]) =>
    verifyText(
      text,
      keys.filter((key) => key !== undefined),
    );
  expect(await chosen(rs.token, named, unnamed)).toMatchObject({ chosenBy: 'kid' });
  expect(await chosen(pointed, ...others, unnamed)).toMatchObject({ chosenBy: 'thumbprint' });
  expect(await chosen(tokens.hs, named, unnamed)).toMatchObject({ chosenBy: 'only' });
  expect(await chosen(tokens.hs, ...others, unnamed)).toMatchObject({ chosenBy: 'tried' });
  expect(await chosen(tokens.hs, ...others, ...bound)).toMatchObject({ chosenBy: 'origin' });
  expect(await chosen(rs.token, ...renamed)).toMatchObject({ chosenBy: 'other-kid' });
});
