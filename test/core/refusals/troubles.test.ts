import { describe, expect, test } from 'vitest';
import { sceneOf, troublesOf } from '../../../src/core/refusals/troubles';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { createImporter } from '../../../src/core/transfer/importing';
import { dayOfTraffic } from './day';
import { harOf } from './harOfDay';
import { bearer, capture, exchange, inSeconds, jwt, START_MS } from './made';

const found = (exchanges: readonly Exchange[], zone?: string) => troublesOf(sceneOf(exchanges, zone));
const told = (exchanges: readonly Exchange[], zone?: string) =>
  found(exchanges, zone).map(({ code, values }) => [code, ...values]);

/** Reading a day takes a while on a busy machine. */
const PATIENCE_MS = 60_000;

describe('a day of traffic yields what was planted in it, and nothing else', () => {
  const { exchanges, planted } = dayOfTraffic();
  const imported = () => {
    const importer = createImporter();
    importer.push(new TextEncoder().encode(harOf(exchanges)));
    return importer.end().exchanges;
  };
  test.each([
    ['as a stream of exchanges', () => exchanges],
    ['as a HAR', imported],
  ])(
    '%s',
    (_how, given) => {
      const all = found(given());
      expect(all.map(({ code, atMs }) => ({ code, atMs }))).toEqual(planted);
      const values = Object.fromEntries(all.map((trouble) => [trouble.code, trouble.values]));
      expect(values['refresh-race']?.[0]).toBe('2');
      expect(Math.abs(Number(values['clock-off']?.[0]) - 90)).toBeLessThanOrEqual(1);
      expect(values['zone-shift']?.slice(0, 2)).toEqual([
        '-18000',
        expect.stringContaining('America/New_York'),
      ]);
      expect(values['family-revoked']).toEqual(['20']);
    },
    PATIENCE_MS,
  );
});

const TOKEN_URL = 'https://login.example.test/token';
const at = (seconds: number) => START_MS + seconds * 1000;
const access = (id: string, fromS: number, life = 600, more: object = {}) =>
  jwt({ sub: 'ada', jti: id, iat: inSeconds(at(fromS)), exp: inSeconds(at(fromS)) + life, ...more });
const use = (token: string, s: number, more: Partial<Exchange> = {}) =>
  exchange(at(s), [bearer(token)], more);
const refresh = (
  s: number,
  sent: string,
  got: { access?: string; refresh?: string },
  more: Partial<Exchange> = {},
) =>
  exchange(
    at(s),
    [
      capture('request-body', 'refresh_token', sent, { opaque: 'refresh_token' }),
      ...(got.access ? [capture('response-body', '$.access_token', got.access)] : []),
      ...(got.refresh
        ? [capture('response-body', '$.refresh_token', got.refresh, { opaque: 'refresh_token' })]
        : []),
    ],
    { url: TOKEN_URL, method: 'POST', ...more },
  );
const login = (s: number, got: { access: string; refresh?: string }, more: Partial<Exchange> = {}) =>
  exchange(
    at(s),
    [
      capture('response-body', '$.access_token', got.access),
      ...(got.refresh
        ? [capture('response-body', '$.refresh_token', got.refresh, { opaque: 'refresh_token' })]
        : []),
    ],
    { url: TOKEN_URL, method: 'POST', ...more },
  );
const refused = { status: 400, refusal: '{"error":"invalid_grant"}' };

describe('each trouble is named', () => {
  const [a, b] = [access('a', 0), access('b', 300)];
  test.each<[string, Exchange[], unknown[]]>([
    [
      'two tabs refresh at once',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        refresh(300, 'r-one-1', { access: b, refresh: 'r-one-2' }),
        refresh(300.02, 'r-one-1', {}, { tabId: 2, ...refused }),
      ],
      [['refresh-race', '2', '2']],
    ],
    [
      'two calls of one tab refresh at once, and the server takes both',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        refresh(300, 'r-one-1', { access: b, refresh: 'r-one-2' }),
        refresh(300.02, 'r-one-1', { access: access('c', 300), refresh: 'r-one-3' }),
      ],
      [['refresh-race', '2', '1']],
    ],
    [
      'a refresh after expiry',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        use(a, 10),
        refresh(700, 'r-one-1', { access: access('b', 700), refresh: 'r-one-2' }),
      ],
      [['refresh-after-expiry', '100']],
    ],
    [
      'an old token after a newer one',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        use(a, 10),
        refresh(300, 'r-one-1', { access: b, refresh: 'r-one-2' }),
        use(b, 301),
        use(a, 330),
      ],
      [['stale-token', '1', '30']],
    ],
    [
      'an old token in another tab that shares it',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        use(a, 10, { tabId: 2 }),
        refresh(300, 'r-one-1', { access: b, refresh: 'r-one-2' }),
        use(a, 330, { tabId: 2 }),
        use(a, 340, { tabId: 2 }),
      ],
      [['stale-token', '2', '40']],
    ],
    [
      'an old token in a tab that was opened later',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        refresh(300, 'r-one-1', { access: b, refresh: 'r-one-2' }),
        use(a, 330, { tabId: 2 }),
      ],
      [['stale-token', '1', '30']],
    ],
    ['less than five seconds left', [login(0, { access: a }), use(a, 596.5)], [['nearly-expired', '1']]],
    [
      'a refresh token reused after rotation, and its family revoked',
      [
        login(0, { access: a, refresh: 'r-one-1' }),
        refresh(300, 'r-one-1', { access: b, refresh: 'r-one-2' }),
        refresh(400, 'r-one-1', {}, refused),
        refresh(600, 'r-one-2', {}, refused),
      ],
      [
        ['refresh-reuse', '1'],
        ['family-revoked', '200'],
      ],
    ],
    [
      'a clock that is behind',
      [
        use(a, 0, { serverDateMs: at(-45) }),
        use(a, 30, { serverDateMs: at(-15) }),
        use(a, 60, { serverDateMs: at(15) }),
      ],
      [['clock-off', '-45', 'https://api.example.test']],
    ],
    ['milliseconds', [login(0, { access: jwt({ exp: at(600) }) })], [['milliseconds', 'exp']]],
    [
      'a time in quotes',
      [login(0, { access: jwt({ exp: String(inSeconds(at(600))) }) })],
      [['time-text', 'exp']],
    ],
    ['issued in the future', [login(0, { access: access('f', 200) })], [['issued-in-future', '200']]],
    ['exp before iat', [login(0, { access: access('f', 0, -77) })], [['expires-before-issue', '77']]],
    [
      'expired when it was issued',
      [login(0, { access: jwt({ exp: inSeconds(at(-100)) }) })],
      [['born-expired', '100']],
    ],
    [
      'a hundred years',
      [login(0, { access: access('l', 0, 3_153_600_000) })],
      [['lives-too-long', '3153600000']],
    ],
    ['three seconds', [login(0, { access: access('l', 0, 3) })], [['lives-too-short', '3']]],
  ])('%s', (_title, exchanges, expected) => {
    expect(told(exchanges.sort((one, other) => one.startedMs - other.startedMs))).toEqual(expected);
  });
});

describe('a zone that was taken for UTC', () => {
  const summer = Date.UTC(2026, 6, 1, 12);
  const winter = Date.UTC(2026, 0, 15, 12);
  test.each([
    // made, claims relative to it, own zone, offset in hours, zone
    [winter, { exp: -4 * 3600 }, undefined, -5, 'America/New_York'],
    [summer, { exp: -3 * 3600 }, undefined, -4, 'America/New_York'],
    [winter, { exp: -3 * 3600 }, undefined, -4, 'America/New_York'],
    [winter, { exp: -3 * 3600 }, 'America/New_York', -5, 'America/New_York'],
    [winter, { exp: -5 * 3600 + 300 }, undefined, -5, 'America/New_York'],
    [winter, { exp: 19 * 3600 }, 'America/New_York', -5, 'America/New_York'],
    [summer, { exp: -3600 + 1800 }, 'Atlantic/Azores', undefined, undefined],
    [summer, { iat: -7 * 3600, exp: -6 * 3600 }, undefined, -7, 'America/Los_Angeles'],
    [winter, { exp: 6.5 * 3600 }, undefined, 5.5, 'Asia/Kolkata'],
    [winter, { exp: 6.75 * 3600 }, undefined, 5.75, 'Asia/Kathmandu'],
    [summer, { iat: 9.5 * 3600, exp: 10.5 * 3600 }, undefined, 9.5, 'Australia/Darwin'],
    [winter, { iat: 10.5 * 3600, exp: 11.5 * 3600 }, undefined, 10.5, 'Australia/Adelaide'],
    [winter, { iat: 9 * 3600, exp: 10 * 3600 }, undefined, 9, 'Asia/Tokyo'],
    [winter, { exp: 10 * 3600 }, 'Asia/Tokyo', 9, 'Asia/Tokyo'],
    [winter, { exp: 10 * 3600 }, undefined, undefined, undefined],
    [summer, { iat: 7200, exp: 10800 }, undefined, 2, 'Europe/Berlin'],
    [winter, { iat: 3600, exp: 7200 }, undefined, 1, 'Europe/Berlin'],
    [winter, { exp: 3600 }, undefined, undefined, undefined],
    [winter, { exp: 86_400 }, 'Asia/Tokyo', undefined, undefined],
    [winter, { exp: 9 * 3600 }, 'Europe/Berlin', undefined, undefined],
  ] as const)('made at %i with %j, read in %s: %s hours', (madeMs, claims, own, hours, zone) => {
    const token = jwt(
      Object.fromEntries(Object.entries(claims).map(([name, offset]) => [name, madeMs / 1000 + offset])),
    );
    const all = [
      exchange(madeMs - 50, [capture('response-body', '$.token', token)], {
        endedMs: madeMs,
        serverDateMs: madeMs,
      }),
    ];
    const shifts = found(all, own).filter(({ code }) => code === 'zone-shift');
    expect(shifts.map(({ values }) => Number(values[0]) / 3600)).toEqual(hours === undefined ? [] : [hours]);
    if (zone) expect(shifts[0]?.values[1]).toContain(zone);
  });
});

/** Tabs of one user that go on for hours without any trouble. */
function quietTabs(tabs: number, tabIdOf: (tab: number) => number, shared: boolean): Exchange[] {
  const all: Exchange[] = [];
  for (let tab = 0; tab < tabs; tab++) {
    const tabId = tabIdOf(tab);
    let serial = 0;
    const fresh = (s: number) => ({
      access: access(`${tab} ${serial++}`, s),
      refresh: `refresh-${tab}-${serial}`,
    });
    let held = fresh(tab * 7);
    all.push(login(tab * 7, held, { tabId }));
    for (let round = 0; round < 20; round++) {
      const from = round * 300 + tab * 7 + 2;
      for (let n = 0; n < 9; n++) all.push(use(held.access, from + n * 30, { tabId }));
      const next = fresh(from + 290);
      if (shared) next.refresh = held.refresh;
      all.push(refresh(from + 290, held.refresh, shared ? { access: next.access } : next, { tabId }));
      held = next;
    }
  }
  return all.sort((one, other) => one.startedMs - other.startedMs);
}

describe('no trouble is invented', () => {
  test.each([
    ['three tabs with a session of their own each', quietTabs(3, (tab) => tab + 1, false)],
    ['the same in a file that knows no tabs', quietTabs(3, () => -1, false)],
    ['refresh tokens that are not rotated', quietTabs(3, (tab) => tab + 1, true)],
    ['one tab', quietTabs(1, () => 1, false)],
    ['nothing at all', []],
  ])('%s', (_title, exchanges) => {
    expect(told(exchanges)).toEqual([]);
  });

  test('a refresh that is tried again after a failure', () => {
    const held = { access: access('a', 0), refresh: 'r-one-1' };
    const failed = { status: 503 };
    const all = [
      login(0, held),
      refresh(300, 'r-one-1', {}, failed),
      refresh(300.5, 'r-one-1', { access: access('b', 300), refresh: 'r-one-2' }),
    ];
    expect(told(all)).toEqual([]);
  });

  test('a tab that begins with a token which another tab has just given up', () => {
    const [a, b] = [access('a', 0), access('b', 100)];
    expect(told([use(a, 0), use(b, 110), use(a, 130, { tabId: 2 })])).toEqual([]);
  });

  test('an expired token in the text of a page', () => {
    const sample = jwt({ exp: inSeconds(at(-86_400)) });
    expect(told([exchange(at(0), [capture('response-body', '', sample)])])).toEqual([]);
  });

  test('an answer out of the cache, with the date of yesterday', () => {
    const a = access('a', 0);
    const cached = use(a, 60, { serverDateMs: at(-86_400) });
    expect(told([use(a, 0), use(a, 30), cached, use(a, 90)])).toEqual([]);
  });
});
