import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { lineagesOf, readLineages } from '../../../src/core/traffic/lineage';
import { bearer, capture, exchange, inSeconds, jwt, START_MS } from '../refusals/made';

const at = (seconds: number) => START_MS + seconds * 1000;
const token = (id: string, more: object = {}) =>
  jwt({ sub: 'ada', jti: id, exp: inSeconds(at(3600)), ...more });
const login = { url: 'https://login.example.test/token', method: 'POST' };
const opaque = { opaque: 'refresh_token' } as const;
const [a, b, c] = [token('a'), token('b'), token('c')];

/** A login, a use in each of three tabs and a worker, a refresh, a use of the new token, and a logout. */
const session: Exchange[] = [
  exchange(
    at(0),
    [
      capture('response-body', '$.access_token', a),
      capture('response-body', '$.refresh_token', 'opaque-one', opaque),
    ],
    login,
  ),
  exchange(at(1), [bearer(a)], { tabId: 1 }),
  exchange(at(2), [bearer(a)], { tabId: 2 }),
  exchange(at(3), [bearer(a)], { tabId: -1, initiator: 'https://app.example.test' }),
  exchange(
    at(300),
    [
      capture('request-body', 'refresh_token', 'opaque-one', opaque),
      capture('response-body', '$.access_token', b),
      capture('response-body', '$.refresh_token', 'opaque-two', opaque),
    ],
    { ...login, tabId: 2 },
  ),
  exchange(at(301), [bearer(b)], { tabId: 3 }),
  exchange(at(400), [bearer(b)], { url: 'https://api.example.test/logout', method: 'POST', status: 204 }),
];

describe('a session', () => {
  const lineages = lineagesOf(session);
  const sent = lineages.find(({ carrier }) => carrier.name === 'authorization');
  const refreshes = lineages.find(({ role }) => role === 'refresh');

  test('is one lineage for each origin and carrier, over tabs and workers', () => {
    expect(lineages.map(({ origin, carrier, role }) => [origin, carrier.name, role])).toEqual([
      ['https://api.example.test', 'authorization', 'access'],
      ['https://login.example.test', 'refresh_token', 'refresh'],
    ]);
  });

  test('tells how each token came, what it was bought with and what took over', () => {
    expect(
      sent?.tokens.map(({ token: text, begin, boughtWith, replacedBy, uses }) => [
        text,
        begin,
        boughtWith,
        replacedBy,
        uses.length,
      ]),
    ).toEqual([
      [a, 'login', undefined, b, 3],
      [b, 'refresh', 'opaque-one', undefined, 2],
    ]);
  });

  test('links opaque refresh tokens to each other and to the access tokens they bought', () => {
    expect(refreshes?.tokens.map(({ token: text, replacedBy }) => [text, replacedBy])).toEqual([
      ['opaque-one', 'opaque-two'],
      ['opaque-two', undefined],
    ]);
  });

  test('ends with the logout', () => {
    expect(sent?.tokens[1]?.loggedOutMs).toBe(at(400));
    expect(sent?.tokens[0]?.loggedOutMs).toBeUndefined();
  });
});

describe('what took over from what', () => {
  const takeovers = (exchanges: readonly Exchange[]) =>
    [...readLineages(exchanges).successions.values()].map(({ old, by }) => [old, by]);
  const use = (text: string, s: number, more: Partial<Exchange> = {}) =>
    exchange(at(s), [bearer(text)], more);

  test.each<[string, Exchange[], string[][]]>([
    ['a token seen only in use', [use(a, 0), use(b, 60), use(b, 70)], [[a, b]]],
    [
      'an access token that renews itself',
      [
        use(a, 0),
        exchange(at(60), [bearer(a), capture('response-body', '$.token', b)], {
          url: 'https://api.example.test/refresh',
          method: 'POST',
        }),
        use(b, 61),
      ],
      [[a, b]],
    ],
    [
      'a session cookie that slides',
      [
        exchange(at(0), [capture('request-cookie', 'sid', a), capture('set-cookie', 'sid', b)]),
        exchange(at(60), [capture('request-cookie', 'sid', b), capture('set-cookie', 'sid', c)]),
      ],
      [
        [a, b],
        [b, c],
      ],
    ],
    ['tokens of two users', [use(a, 0), use(token('x', { sub: 'bob' }), 60)], []],
    [
      'tokens for two audiences',
      [use(token('x', { aud: 'one' }), 0), use(token('y', { aud: 'two' }), 60)],
      [],
    ],
    ['tokens used in turn', [0, 1, 2, 3, 4, 5, 6, 7].map((n) => use(n % 2 ? a : b, n)), []],
    ['tokens of two tabs', [use(a, 0, { tabId: 1 }), use(b, 60, { tabId: 2 })], []],
    [
      'tokens in two headers',
      [use(a, 0), exchange(at(60), [capture('request-header', 'x-access-token', b)])],
      [],
    ],
  ])('%s', (_title, exchanges, expected) => {
    expect(takeovers(exchanges)).toEqual(expected);
  });
});

test('roles come from OAuth names, storage names and the claims that issuers write', () => {
  const { roles } = readLineages([
    exchange(
      at(0),
      [
        capture('response-body', '$.access_token', a),
        capture('response-body', '$.refreshToken', b),
        capture('response-body', '$.id_token', c),
        capture('set-cookie', 'session', token('k', { typ: 'Refresh' })),
        capture('set-cookie', 'other', token('l', { token_type: 'access' })),
      ],
      login,
    ),
  ]);
  expect(
    [a, b, c, token('k', { typ: 'Refresh' }), token('l', { token_type: 'access' })].map(roles.of),
  ).toEqual(['access', 'refresh', 'id', 'refresh', 'access']);
});

test('ten thousand captures of 300 lineages are read in the time of a few log readings', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => use(n));
  function use(n: number): Exchange {
    const text = jwt({ sub: `${n % 300}`, n: Math.floor(n / 1500) });
    return exchange(at(n), [bearer(text)], { url: `https://api-${n % 300}.example.test/` });
  }
  expect(lineagesOf(many)).toHaveLength(300);
});
