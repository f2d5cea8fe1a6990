import { describe, expect, test } from 'vitest';
import { explainRefusal } from '../../../src/core/refusals/explain';
import { sceneOf, troublesOf } from '../../../src/core/refusals/troubles';
import { refusalIn } from '../../../src/core/traffic/answer';
import type { Capture, Exchange } from '../../../src/core/traffic/exchange';
import type { KeptExpectations } from '../../../src/core/verify/expectationsFor';
import { bearer, capture, exchange, inSeconds, jwt, START_MS } from './made';

const at = (seconds: number) => START_MS + seconds * 1000;
const start = inSeconds(START_MS);
const good = (more: object = {}) => jwt({ sub: 'ada', iat: start - 60, exp: start + 3600, ...more });
const refused = (s: number, captures: readonly Capture[], more: Partial<Exchange> = {}) =>
  exchange(at(s), captures, { status: 401, ...more });
const json = (message: string) => JSON.stringify({ message });

/** The first cause named of the last exchange. */
async function causeOf(exchanges: readonly Exchange[], expectations: KeptExpectations = {}, zone?: string) {
  const scene = sceneOf(exchanges, zone);
  const context = { exchanges, scene, troubles: troublesOf(scene), keys: [], expectations };
  const last = exchanges.at(-1);
  return last && (await explainRefusal(last, context))?.causes[0];
}

const bound = good({ cnf: { jkt: 'x' } });
const family = good();

describe('the cause of a refusal', () => {
  test.each<[string, Exchange[], string]>([
    ['a preflight', [refused(0, [], { method: 'OPTIONS' })], 'preflight'],
    [
      'a redirect that dropped the header',
      [
        exchange(at(0), [bearer(good())], { id: 'w:1', status: 308, url: 'https://api.example.test/a' }),
        refused(0.1, [], { id: 'w:1/2', url: 'https://api.example.test/a/' }),
      ],
      'redirect-dropped',
    ],
    ['nothing sent', [refused(0, [])], 'no-token'],
    ['undefined', [refused(0, [], { authorization: 'Bearer undefined' })], 'placeholder'],
    ['the word alone', [refused(0, [], { authorization: 'Bearer' })], 'placeholder'],
    ['Basic', [refused(0, [], { authorization: 'Basic YWRhOng=' })], 'other-scheme'],
    ['half a token', [refused(0, [], { authorization: `Bearer ${good().slice(0, 30)}` })], 'truncated'],
    [
      'DRF wants Token',
      [
        refused(0, [{ ...bearer(good()), before: 'JWT ' }], {
          refusal: json('Authentication credentials were not provided.'),
        }),
      ],
      'other-scheme',
    ],
    [
      'the other word worked',
      [exchange(at(0), [{ ...bearer(good()), before: 'Token ' }]), refused(1, [bearer(good({ n: 1 }))])],
      'other-scheme',
    ],
    [
      'a header where the cookie worked',
      [
        exchange(at(0), [capture('request-cookie', 'sid', good())]),
        refused(1, [bearer(good())], { refusal: json('Missing token') }),
      ],
      'wrong-place',
    ],
    [
      'logged out',
      [
        exchange(at(0), [bearer(family)], { url: 'https://api.example.test/logout', method: 'POST' }),
        refused(5, [bearer(family)]),
      ],
      'revoked',
    ],
    [
      'taken before, and no more',
      [exchange(at(0), [bearer(family)]), refused(60, [bearer(family)])],
      'revoked',
    ],
    [
      'an older token',
      [
        exchange(at(0), [bearer(good({ jti: 1 }))]),
        exchange(at(1), [bearer(good({ jti: 2 }))], { url: 'https://api.example.test/x' }),
        refused(30, [bearer(good({ jti: 1 }))], { url: 'https://api.example.test/x' }),
      ],
      'superseded',
    ],
    [
      'a refresh token in place of an access token',
      [
        exchange(
          at(0),
          [
            capture('response-body', '$.access', good()),
            capture('response-body', '$.refresh', good({ jti: 'r' })),
          ],
          { url: 'https://api.example.test/login' },
        ),
        refused(1, [bearer(good({ jti: 'r' }))]),
      ],
      'refresh-as-access',
    ],
    [
      'an ID token',
      [
        exchange(at(0), [capture('response-body', '$.id_token', good({ jti: 'i' }))]),
        refused(1, [bearer(good({ jti: 'i' }))]),
      ],
      'id-as-access',
    ],
    [
      'no scope',
      [
        refused(0, [bearer(good())], {
          status: 403,
          challenges: ['Bearer error="insufficient_scope", scope="orders:write"'],
        }),
      ],
      'scope',
    ],
    [
      'not an admin',
      [refused(0, [bearer(good())], { status: 403, refusal: json('Admins only') })],
      'not-permitted',
    ],
    [
      'the same token works elsewhere',
      [
        exchange(at(0), [bearer(family)]),
        refused(1, [bearer(family)], { status: 403, url: 'https://api.example.test/admin' }),
      ],
      'not-permitted',
    ],
    [
      'a user who is gone',
      [refused(0, [bearer(good())], { refusal: json('User not found') })],
      'unknown-user',
    ],
    [
      'CSRF',
      [
        refused(0, [capture('request-cookie', 'access_token_cookie', good())], {
          refusal: '{"msg":"Missing CSRF token"}\n',
        }),
      ],
      'csrf',
    ],
    [
      'a DPoP nonce',
      [
        refused(0, [{ ...bearer(bound), before: 'DPoP ' }, capture('request-header', 'dpop', good())], {
          challenges: ['DPoP error="use_dpop_nonce", error_description="x"'],
        }),
      ],
      'dpop-nonce',
    ],
    ['a bound token without a proof', [refused(0, [bearer(bound)])], 'dpop-proof'],
    [
      'a clock that is ahead',
      [refused(0, [bearer(jwt({ exp: start + 60 }))], { serverDateMs: at(90) })],
      'clock-skew',
    ],
    [
      'an issuer whose clock is ahead',
      [
        exchange(at(0), [capture('response-body', '$.token', good({ iat: start + 90 }))], {
          url: 'https://login.example.test/token',
          serverDateMs: at(90),
        }),
        refused(1, [bearer(good({ iat: start + 90 }))], { refusal: '{"message":"Invalid token"}\n' }),
      ],
      'clock-skew',
    ],
    [
      'New York for UTC',
      [
        exchange(at(0), [capture('response-body', '$.token', jwt({ exp: start - 4 * 3600 }))], {
          url: 'https://api.example.test/login',
        }),
        refused(1, [bearer(jwt({ exp: start - 4 * 3600 }))], { refusal: json('jwt expired') }),
      ],
      'zone-shift',
    ],
    [
      'a number as sub',
      [
        refused(0, [capture('request-header', 'authorization', good({ sub: 7 }))], {
          refusal: '{"message":"Unexpected error: Subject must be a string"}\n',
        }),
      ],
      'subject-type',
    ],
    [
      'a payload changed after signing',
      [exchange(at(0), [bearer(good())]), refused(1, [bearer(tampered(good()))])],
      'signature',
    ],
    [
      'a refresh token used twice',
      [
        exchange(
          at(0),
          [
            capture('request-body', 'refresh_token', 'refresh-1', { opaque: 'refresh_token' }),
            capture('response-body', '$.refresh_token', 'refresh-2', { opaque: 'refresh_token' }),
          ],
          { url: 'https://login.example.test/token', method: 'POST' },
        ),
        refused(60, [capture('request-body', 'refresh_token', 'refresh-1', { opaque: 'refresh_token' })], {
          url: 'https://login.example.test/token',
          method: 'POST',
          status: 400,
          refusal: '{"error":"invalid_grant"}',
        }),
      ],
      'refresh-spent',
    ],
    [
      'a GraphQL answer that is a refusal',
      [
        refused(0, [bearer(jwt({ exp: start - 5 }))], {
          status: 200,
          refusal: '{"errors":[{"message":"jwt expired","extensions":{"code":"UNAUTHENTICATED"}}]}',
        }),
      ],
      'expired',
    ],
    [
      'a WebSocket that was closed',
      [
        refused(0, [capture('url-query', 'token', jwt({ exp: start - 5 }))], {
          url: 'wss://api.example.test/live',
          status: 101,
          error: 'closed with 4401',
        }),
      ],
      'expired',
    ],
    [
      'an error nobody caught',
      [
        refused(0, [bearer(jwt({ exp: start - 5 }))], {
          status: 500,
          refusal: '<title>500</title><p>jwt.exceptions.ExpiredSignatureError: Signature has expired</p>',
        }),
      ],
      'expired',
    ],
  ])('%s', async (_title, exchanges, expected) => {
    expect((await causeOf(exchanges))?.code).toBe(expected);
  });

  test('what the user expects of tokens counts', async () => {
    const cause = await causeOf([refused(0, [bearer(good({ aud: 'shop' }))])], {
      '*': { audiences: ['orders'] },
    });
    expect(cause).toMatchObject({ code: 'audience', certainty: 'certain' });
    expect(cause?.evidence.map(({ code }) => code)).toContain('expected');
  });

  test('where nothing stands out it says so', async () => {
    const opaque = capture('request-header', 'authorization', 'opaque-token-123', {
      before: 'Bearer ',
      opaque: 'access_token',
    });
    const all = [
      exchange(at(0), [opaque]),
      refused(1, [opaque], { url: 'https://api.example.test/other', status: 401 }),
      exchange(at(2), [opaque]),
    ];
    expect(['unknown', 'not-permitted']).toContain((await causeOf(all.slice(0, 2)))?.code);
  });
});

function tampered(token: string): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from('{"sub":"root"}').toString('base64url'), signature].join('.');
}

test('what another origin takes tells nothing', async () => {
  const raw = (jti: number) => capture('request-header', 'authorization', good({ jti }));
  const elsewhere = exchange(at(0), [raw(1)], { url: 'https://other.example.test/orders' });
  expect((await causeOf([elsewhere, refused(1, [raw(2)])]))?.code).toBe('raw-where-bearer');
});

test('the words of a GraphQL refusal are kept, although its status is 200, and those of a success are not', () => {
  const body = '{"data":null,"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}';
  expect(refusalIn(200, body)).toEqual({ refusal: body });
  expect(refusalIn(200, '{"data":{"errors":[],"me":{"id":1}}}')).toEqual({});
});

describe('no cause is invented', () => {
  test.each<[string, Partial<Exchange>]>([
    ['200', { status: 200 }],
    ['200 with an expired token', { status: 200, captures: [bearer(jwt({ exp: start - 60 }))] }],
    ['304', { status: 304 }],
    ['302', { status: 302 }],
    ['404', { status: 404, refusal: json('Token not found') }],
    ['400 for another reason', { status: 400, refusal: json('amount must be positive') }],
    ['500 for another reason', { status: 500, refusal: 'ZeroDivisionError: division by zero' }],
    ['503', { status: 503 }],
    ['no answer', { status: undefined, error: 'net::ERR_FAILED' }],
    ['a WebSocket that ended', { status: 101, url: 'wss://api.example.test/', error: 'closed with 1000' }],
    ['GraphQL data', { status: 200, refusal: undefined }],
  ])('%s', async (_title, more) => {
    expect(await causeOf([exchange(at(0), [bearer(good())], more)])).toBeUndefined();
  });
});
