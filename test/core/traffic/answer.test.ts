import { expect, test } from 'vitest';
import { isTold, refusalIn, tokenlessAuthorization, toldByHeaders } from '../../../src/core/traffic/answer';
import { inRequestHeaders } from '../../../src/core/traffic/carriers';
import { factsOf, type HarEntry } from '../../../src/core/traffic/har';

test('the date and the challenges of an answer are told as received', () => {
  const headers = [
    { name: 'Date', value: 'Sun, 22 Nov 2026 05:49:38 GMT' },
    { name: 'WWW-Authenticate', value: 'Bearer realm="x", error="invalid_token"' },
    { name: 'www-authenticate', value: 'Basic\nDPoP algs="ES256"' },
  ];
  expect(toldByHeaders(headers)).toEqual({
    serverDateMs: Date.UTC(2026, 10, 22, 5, 49, 38),
    challenges: ['Bearer realm="x", error="invalid_token"', 'Basic', 'DPoP algs="ES256"'],
  });
  expect(toldByHeaders([{ name: 'date', value: 'yesterday' }])).toEqual({});
});

test.each([
  [401, 'Token is missing', { refusal: 'Token is missing' }],
  [500, 'x'.repeat(3_000), { refusal: 'x'.repeat(2_000) }],
  [200, 'fine', {}],
  [403, '', {}],
  [undefined, 'none', {}],
] as const)('the body of an answer with status %s', (status, body, expected) => {
  expect(refusalIn(status, body)).toEqual(expected);
});

test.each([
  [[{ name: 'Authorization', value: 'Bearer null' }], 'Bearer null'],
  [[{ name: 'authorization', value: 'Basic dXNlcjpwYXNzd29yZA==' }], 'Basic dXNlcjpwYXNzd29yZA=='],
  [[{ name: 'Authorization', value: 'Bearer opaque-0123456789' }], undefined],
  [[{ name: 'X-Token', value: 'Bearer null' }], undefined],
  [[{ name: 'Authorization', value: '' }], undefined],
])('the Authorization value without a token in %j', (headers, expected) => {
  expect(tokenlessAuthorization(headers, inRequestHeaders(headers))).toBe(expected);
});

// status -> whether an exchange without any token is told
test.each([
  [200, false],
  [400, false],
  [401, true],
  [403, true],
  [404, false],
  [undefined, false],
] as const)('an exchange without a token, answered %s: told or not', (status, expected) => {
  expect(isTold([], status)).toBe(expected);
});

test('DevTools tell of a refused request without a token: what it sent and why it was refused', () => {
  const entry: HarEntry = {
    startedDateTime: '2026-11-22T05:49:38.250Z',
    time: 12,
    request: {
      method: 'GET',
      url: 'http://localhost/protected#top',
      headers: [{ name: 'Authorization', value: 'Bearer undefined' }],
    },
    response: { status: 401, headers: [{ name: 'Date', value: 'Sun, 22 Nov 2026 05:54:38 GMT' }] },
  };
  expect(factsOf(entry, { source: 'd', n: 0, tabId: 1 }, '{"message":"Invalid token"}')).toMatchObject([
    { url: 'http://localhost/protected', authorization: 'Bearer undefined', captures: [] },
    { status: 401, serverDateMs: Date.UTC(2026, 10, 22, 5, 54, 38), refusal: '{"message":"Invalid token"}' },
  ]);
});
