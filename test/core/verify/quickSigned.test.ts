import { describe, expect, test } from 'vitest';
import { readToken } from '../../../src/core/token/read';
import { quickSigned } from '../../../src/core/verify/quickSigned';
import { readSigned } from '../../../src/core/verify/signed';
import { signHs256 } from '../../preview/signing';
import { tokenOf, vectors, vectorsAbsent } from '../../vectors';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const whole = await signHs256({ sub: 'a', n: 1.0 }, 'secret');
const [header = '', payload = '', signature = ''] = whole.split('.');

/** Bytes in hexadecimal and members in order: cheaper to compare than objects. */
function written(signatures: ReturnType<typeof readSigned>): string {
  const hex = (_name: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
  return JSON.stringify(
    signatures.map((each) => Object.entries(each).sort()),
    hex,
  );
}

/** What the quick way says must be what the full reading says; it may always leave the token to that. */
function expectSame(text: string): void {
  const quick = quickSigned(text);
  if (quick && text.length < 20_000)
    expect(written([quick]), text).toBe(written(readSigned(readToken(text))));
}

test('an ordinary token is read quickly', () => {
  expect(quickSigned(whole)).toMatchObject({ alg: 'HS256' });
  expectSame(whole);
});

const headers = [
  '{"alg":"HS256","kid":"a"}',
  '{"alg":"HS256","kid":5}',
  '{"alg":"HS256","x5t":"a","x5t#S256":"b"}',
  '{"alg":"HS256","x5t":5}',
  '{"alg":"HS256","alg":"RS256"}',
  '{"alg":"HS256","crit":["b64"],"b64":true}',
  '{"alg":"HS256","crit":["b64"],"b64":false}',
  '{"alg":"HS256","crit":["x"],"x":1}',
  '{"alg":"none"}',
  '{"alg":"HS257"}',
  '{"alg":5}',
  '{}',
  '[]',
  '{"alg":"HS256"',
  '{"alg":"dir","enc":"A256GCM"}',
  ' { "alg" : "HS256" } ',
];

test.each(headers)('never says other than the full reading: %s', (text) => {
  for (const rest of [`${payload}.${signature}`, `.${signature}`, `${payload}.`, `${encode('no json')}.AA`])
    expectSame(`${encode(text)}.${rest}`);
});

test('every character that is changed, added or left out is seen by both', () => {
  for (let at = 0; at < whole.length; at++)
    for (const put of ['', 'A', '=', '.', '+', ' ', '~', '\n', 'é', '_A'])
      expectSame(whole.slice(0, at) + put + whole.slice(at + 1));
  expectSame(`${header}.${payload}.${signature}.`);
  expectSame(`${header}.${payload}`);
});

const suites = [
  'wycheproof-jws',
  'rfc',
  'hostile',
  'lib-pyjwt',
  'lib-misc',
  'fuzz-seeds',
  'json-parsing',
  'profiles',
];

describe.each(suites)('vectors %s', (suite) => {
  const found = vectors(suite);
  test.skipIf(!found)(found ? 'agree' : vectorsAbsent, () => {
    for (const each of found ?? []) expectSame(tokenOf(each));
  });
});
