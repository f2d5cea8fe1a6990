import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../../src/core/token/base64url';
import { isOtherContent } from '../../../src/core/token/otherContent';
import { readToken } from '../../../src/core/token/read';

const encoded = (text: string) => encodeBase64url(new TextEncoder().encode(text));
const jws = (header: string, payload: string) => readToken(`${encoded(header)}.${payload}.c2ln`);

describe('what a JWS signs that is not the claims of a JWT', () => {
  test.each([
    ['a payload that travels apart', jws('{"alg":"ES256"}', '')],
    ['plain text', jws('{"alg":"ES256"}', encoded('hello'))],
    ['bytes', jws('{"alg":"ES256"}', encodeBase64url(new Uint8Array([0xff, 0xfe])))],
    ['a number', jws('{"alg":"ES256"}', encoded('42'))],
    ['a text without base64url (RFC 7797)', jws('{"alg":"HS256","b64":false,"crit":["b64"]}', '$02-00')],
  ])('%s', (_what, token) => {
    expect(token.valid).toBe(true);
    expect(token.faults).not.toEqual([]);
    expect(isOtherContent(token)).toBe(true);
  });

  test.each([
    ['what typ calls a JWT', jws('{"alg":"ES256","typ":"JWT"}', encoded('hello'))],
    ['what typ calls an access token', jws('{"alg":"ES256","typ":"at+jwt"}', '')],
    ['an object that breaks off', jws('{"alg":"ES256"}', encoded('{"sub":"joe"'))],
    ['claims with a name twice', jws('{"alg":"ES256"}', encoded('{"sub":"a","sub":"b"}'))],
    ['a payload that is badly encoded too', jws('{"alg":"ES256"}', `${encoded('hello')}=`)],
    ['a header that is at fault', jws('{"alg":""}', encoded('hello'))],
  ])('but not %s', (_what, token) => {
    expect(token.faults).not.toEqual([]);
    expect(isOtherContent(token)).toBe(false);
  });
});

test('a compressed payload is not blamed for being no text', () => {
  const deflated = encodeBase64url(new Uint8Array([0xab, 0x56, 0x2a, 0x4b, 0x2e, 0x00]));
  const token = jws('{"alg":"ES256","zip":"DEF"}', deflated);
  expect(token.valid).toBe(true);
  expect(token.faults).toEqual([]);
  expect(jws('{"alg":"ES256","zip":"DEF"}', encoded('{"sub":"joe"}')).parts[1]?.json?.type).toBe('object');
});
