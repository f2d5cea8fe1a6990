import { expect, test } from 'vitest';
import { inBody } from '../../../src/core/traffic/bodies';
import { inRequestHeaders, inResponseHeaders, inUrl } from '../../../src/core/traffic/carriers';
import type { Capture } from '../../../src/core/traffic/exchange';

const part = (text: string) => Buffer.from(text).toString('base64url');
const tokenOf = (who: string) => `${part('{"alg":"HS256"}')}.${part(`{"sub":"${who}"}`)}.c2ln`;
const T = tokenOf('anna');
const U = tokenOf('berta');

const told = (captures: readonly Capture[]) =>
  captures.map(({ carrier, before, token, after }) =>
    [carrier.place, carrier.name, before, token === T ? 'T' : token === U ? 'U' : token, after].join('|'),
  );

test.each([
  ['authorization', `Bearer ${T}`, ['request-header|authorization|Bearer |T|']],
  ['Authorization', T, ['request-header|authorization||T|']],
  ['Proxy-Authorization', `"${T}"`, ['request-header|proxy-authorization|"|T|"']],
  ['X-Access-Token', T, ['request-header|x-access-token||T|']],
  ['DPoP', T, ['request-header|dpop||T|']],
  ['Sec-WebSocket-Protocol', `access, ${T}`, ['request-header|sec-websocket-protocol|access, |T|']],
  ['Cookie', `theme=dark; sid=${T}; other=${U}`, ['request-cookie|sid||T|', 'request-cookie|other||U|']],
  ['Cookie', 'theme=dark; sid=1.2.3', []],
  ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', []],
  ['Authorization', 'Basic dXNlcjpwYXNzd29yZA==', []],
])('request header %s: %s', (name, value, expected) => {
  expect(told(inRequestHeaders([{ name, value }]))).toEqual(expected);
});

test.each([
  ['X-New-Token', T, ['response-header|x-new-token||T|']],
  [
    'Location',
    `https://app.example/cb?code=1#id_token=${T}`,
    [`response-header|location|https://app.example/cb?code=1#id_token=|T|`],
  ],
  ['Set-Cookie', `sid=${T}; Path=/; HttpOnly`, ['set-cookie|sid||T|']],
  ['Set-Cookie', `a=1; Path=/\nsid=${T}; Secure`, ['set-cookie|sid||T|']],
])('response header %s: %s', (name, value, expected) => {
  expect(told(inResponseHeaders([{ name, value }]))).toEqual(expected);
});

test.each([
  [`https://api.example/x?access_token=${T}&b=2`, ['url-query|access_token||T|']],
  [`https://api.example/x?access%5Ftoken=${T.replaceAll('.', '%2E')}`, ['url-query|access_token||T|']],
  [`https://api.example/reset/${T}/now`, ['url-path|||T|']],
  ['https://api.example/a.b.c/d.e.f?v=1.2.3', []],
])('address %s', (url, expected) => {
  expect(told(inUrl(url))).toEqual(expected);
});

test.each([
  [
    'application/json',
    `{"data":{"tokens":[{"access_token":"${T}"},{"refresh token":"${U}"}]}}`,
    ['$.data.tokens[0].access_token=T', '$.data.tokens[1]["refresh token"]=U'],
  ],
  ['application/json', `{"cut off": "${T}"`, ['=T']],
  ['application/x-www-form-urlencoded', `grant_type=refresh_token&refresh_token=${T}`, ['refresh_token=T']],
  [
    'multipart/form-data; boundary=x',
    `--x\r\nContent-Disposition: form-data; name="assertion"\r\n\r\n${T}\r\n--x--`,
    ['assertion=T'],
  ],
  ['text/html', `<script>window.token = "${T}"</script> and again ${T}`, ['=T']],
  [
    'application/json',
    `{"variables":{"input":{"token":"${T}"}},"query":"mutation"}`,
    ['$.variables.input.token=T'],
  ],
  ['application/json', '{"nothing":"here"}', []],
])('body of %s: %s', (mediaType, text, expected) => {
  const found = inBody('response-body', text, mediaType);
  expect(
    found.map(({ carrier, token }) => `${carrier.name}=${token === T ? 'T' : token === U ? 'U' : token}`),
  ).toEqual(expected);
  expect(found.every(({ carrier }) => carrier.place === 'response-body')).toBe(true);
});

test('a body nested a hundred thousand deep is read without harm', () => {
  const deep = `${'['.repeat(100_000)}"${T}"${']'.repeat(100_000)}`;
  expect(inBody('response-body', deep, 'application/json').map(({ token }) => token)).toEqual([T]);
});
