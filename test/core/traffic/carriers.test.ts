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
  ['authorization', 'Bearer null', []],
  ['authorization', 'Bearer undefined', []],
  ['authorization', `Bearer ${T.slice(0, 30)}`, []],
  ['authorization', 'Bearer opaque-0123456789', ['request-header|authorization|Bearer |opaque-0123456789|']],
  ['proxy-authorization', 'bearer "0123abcd"', ['request-header|proxy-authorization|bearer "|0123abcd|"']],
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
  ['Set-Cookie', `sid=${T}; Path=/; HttpOnly`, ['set-cookie|sid||T|; Path=/; HttpOnly']],
  ['Set-Cookie', `a=1; Path=/\nsid=${T}; Secure`, ['set-cookie|sid||T|; Secure']],
  ['Set-Cookie', `sid=${T}`, ['set-cookie|sid||T|']],
  ['Refresh', `0; url=/cb?token=${T}`, ['response-header|refresh|0; url=/cb?token=|T|']],
  [
    'Location',
    'https://app.example/cb#access_token=opaque-012345&token_type=bearer&state=abcdefghij',
    [
      'response-header|location|https://app.example/cb#access_token=|opaque-012345|&token_type=bearer&state=abcdefghij',
    ],
  ],
])('response header %s: %s', (name, value, expected) => {
  expect(told(inResponseHeaders([{ name, value }]))).toEqual(expected);
});

test.each([
  [`https://api.example/x?access_token=${T}&b=2`, ['url-query|access_token||T|']],
  [`https://api.example/x?access%5Ftoken=${T.replaceAll('.', '%2E')}`, ['url-query|access_token||T|']],
  [`https://api.example/reset/${T}/now`, ['url-path|||T|']],
  ['https://api.example/a.b.c/d.e.f?v=1.2.3', []],
  [`https://app.example/cb#id_token=${T}&state=x`, ['url-fragment|id_token||T|']],
  [`https://app.example/#/login?token=${T}`, ['url-fragment|token||T|']],
  [`https://app.example/#${T}`, ['url-fragment|||T|']],
  ['https://app.example/#access_token=opaque-012345', ['url-fragment|access_token||opaque-012345|']],
  ['https://app.example/reset?token=opaque-012345', []],
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
  [
    'application/json',
    `{"access_token":"${T}","refresh_token":"opaque-0123456789","token_type":"Bearer","expires_in":60}`,
    ['$.access_token=T', '$.refresh_token=opaque-0123456789 refresh_token'],
  ],
  [
    'application/json',
    '{"accessToken":"opaque-0123456789","csrf":{"token":"opaque-9876543210"}}',
    ['$.accessToken=opaque-0123456789 access_token'],
  ],
  ['application/json', '{"refresh_token":null,"id_token":"","access_token":"undefined"}', []],
  [
    'application/x-www-form-urlencoded',
    'grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA&code=SplxlOBeZQQYbYS6WxSbIA',
    ['refresh_token=tGzv3JOkF0XG5Qx2TlKWIA refresh_token'],
  ],
  [
    'application/x-www-form-urlencoded',
    'token=45ghiukldjahdnhzdauz&token_type_hint=refresh_token',
    ['token=45ghiukldjahdnhzdauz token'],
  ],
  [
    'multipart/form-data; boundary=x',
    `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"mutation","variables":{"token":"${T}","file":null}}\r\n--x\r\nContent-Disposition: form-data; name="0"; filename="a.txt"\r\n\r\nfile\r\n--x--`,
    ['operations.variables.token=T'],
  ],
  ['text/event-stream', `event: token\ndata: {"token":"${T}"}\n\n`, ['=T']],
  ['text/javascript', `window.session={id:"${T}"}`, ['=T']],
])('body of %s: %s', (mediaType, text, expected) => {
  const found = inBody('request-body', text, mediaType);
  expect(
    found.map(({ carrier, token, opaque }) =>
      [`${carrier.name}=${token === T ? 'T' : token === U ? 'U' : token}`, opaque].filter(Boolean).join(' '),
    ),
  ).toEqual(expected);
  expect(found.every(({ carrier }) => carrier.place === 'request-body')).toBe(true);
});

test('a body nested a hundred thousand deep is read without harm', () => {
  const deep = `${'['.repeat(100_000)}"${T}"${']'.repeat(100_000)}`;
  expect(inBody('response-body', deep, 'application/json').map(({ token }) => token)).toEqual([T]);
});
