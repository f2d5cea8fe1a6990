import { describe, expect, it } from 'vitest';
import type { Capture, Exchange } from '../../../src/core/traffic/exchange';
import { lineagesOf } from '../../../src/core/traffic/lineage';
import { type ExportFacts, exportFormats, exportLog } from '../../../src/core/transfer/exporting';
import { createImporter } from '../../../src/core/transfer/importing';
import { redactLog } from '../../../src/core/transfer/redacting';
import { fromWire, toWire } from '../../../src/core/transfer/wire';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const make = (claims: object, signature = 'SIGNATURESIGNATURESIGNATURESIGNATURESIGNATU') =>
  `${encode('{"alg":"HS256"}')}.${encode(JSON.stringify(claims))}.${signature}`;
const joe = make({ sub: 'joe.secret@acme.test', exp: 1_900_000_000, iat: 1_800_000_000 });
const joeAgain = make(
  { sub: 'joe.secret@acme.test', exp: 1_900_000_000, iat: 1_800_000_000 },
  'OTHERSIGNATURE',
);

const capture = (
  place: Capture['carrier']['place'],
  name: string,
  token = joe,
  more: Partial<Capture> = {},
) => ({
  carrier: { place, name },
  before: '',
  token,
  after: '',
  ...more,
});
const base: Exchange = {
  id: 'w:1',
  tabId: 7,
  initiator: 'https://app.acme.test',
  method: 'GET',
  url: 'https://api.acme.test/users/4711/orders?customer=secret-77',
  type: 'xmlhttprequest',
  startedMs: 1_800_000_000_123,
  endedMs: 1_800_000_000_200,
  status: 200,
  serverDateMs: 1_800_000_000_000,
  feeds: ['webRequest', 'devtools'],
  answerCertain: true,
  captures: [capture('request-header', 'authorization', joe, { before: 'Bearer ' })],
};
const log: readonly Exchange[] = [
  base,
  {
    ...base,
    id: 'w:2',
    url: `https://api.acme.test/cb?access_token=${joe}&state=secretstate`,
    captures: [
      capture('url-query', 'access_token'),
      capture('request-cookie', 'sid', joeAgain),
      capture('set-cookie', 'sid', joe, { after: '; Path=/; HttpOnly' }),
      capture('response-header', 'location', joe, {
        before: '/go?secret=secretvalue&t=',
        after: '&x=secretx',
      }),
      capture('response-body', '$.refresh_token', 'secret-opaque-token', { opaque: 'refresh_token' }),
    ],
  },
  {
    ...base,
    id: 'w:3',
    status: 401,
    endedMs: undefined,
    answerCertain: false,
    authorization: 'Basic c2VjcmV0OnNlY3JldA',
    refusal: '{"message":"Token of secret7 expired","data":"secret"}',
    challenges: ['Bearer realm="secretrealm", error="invalid_token"'],
    captures: [],
  },
];

const facts: ExportFacts = {
  version: '1.2.3',
  nowMs: 1_800_000_100_000,
  note: 'what was removed',
  words: {
    title: 'Tokens',
    note: 'what was removed',
    tokens: 'Tokens',
    requests: 'Requests',
    tokenColumns: ['#', 'who', 'alg', 'issued', 'expires', 'requests'],
    requestColumns: ['time', 'method', 'address', 'status', 'carriers'],
  },
};
const importedFrom = (text: string) => {
  const importer = createImporter();
  importer.push(new TextEncoder().encode(text));
  return importer.end();
};
const plain = (exchanges: readonly Exchange[]) => JSON.parse(JSON.stringify(exchanges)) as Exchange[];

describe.each(['har', 'json'] as const)('an export as %s', (format) => {
  it('is imported again as it was', () => {
    const imported = importedFrom(exportLog(log, format, facts).text);
    expect(imported).toMatchObject({
      entries: 3,
      creator: 'Claimscope 1.2.3',
      faults: [],
      recorded: undefined,
    });
    expect(imported.exchanges).toEqual(plain(log));
  });

  it('that is redacted tells of itself, and of what was known before', () => {
    const { exchanges, tokens } = redactLog(log);
    const recorded = [{ token: tokens.get(joe) ?? '', signature: { state: 'no-key', alg: 'HS256' } }];
    const imported = importedFrom(exportLog(exchanges, format, { ...facts, recorded }).text);
    expect(imported).toMatchObject({ recorded, notes: [{ code: 'redacted-export' }] });
    expect(imported.exchanges).toEqual(plain(exchanges));
  });

  it.each([
    ['a place that does not exist', '"place":"request-header"', '"place":"x"'],
    ['a text in place of a number', '"startedMs":1800000000123', '"startedMs":"soon"'],
    ['an unknown feed', '"webRequest"', '"elsewhere"'],
  ])('that was changed is refused where it holds %s', (_, written, changed) => {
    const { text } = exportLog([base, base], format, facts);
    const imported = importedFrom(text.replace(written, changed));
    expect(imported.exchanges).toEqual(plain([base]));
    expect(imported.faults).toEqual([{ code: 'not-kept-right', entry: 1 }]);
  });
});

it('a HAR is one for other tools too', () => {
  const { log: har } = JSON.parse(exportLog(log, 'har', facts).text);
  expect(har).toMatchObject({ version: '1.2', comment: 'what was removed' });
  expect(har.entries[0]).toMatchObject({
    startedDateTime: '2027-01-15T08:00:00.123Z',
    time: 77,
    request: {
      headers: [{ name: 'authorization', value: `Bearer ${joe}` }],
      queryString: [{ name: 'customer', value: 'secret-77' }],
    },
    response: { status: 200, headers: [{ name: 'date', value: 'Fri, 15 Jan 2027 08:00:00 GMT' }] },
  });
  expect(har.entries[1]).toMatchObject({
    request: { cookies: [{ name: 'sid', value: joeAgain }] },
    response: { redirectURL: `/go?secret=secretvalue&t=${joe}&x=secretx` },
  });
  expect(har.entries[2].response.headers).toContainEqual({
    name: 'www-authenticate',
    value: 'Bearer realm="secretrealm", error="invalid_token"',
  });
});

describe('a redacted log', () => {
  const { exchanges, tokens } = redactLog(log);
  const decoded = JSON.stringify(exchanges).replace(/[\w-]{20,}/g, (text) =>
    Buffer.from(text, 'base64url').toString(),
  );

  it('holds nothing that can be used or names somebody', () => {
    const { secret = '', ...rest } = { secret: 'secret' };
    expect(rest).toEqual({});
    expect(decoded.replaceAll('go?secret=', '')).not.toContain(secret);
    expect(decoded).not.toMatch(/4711|SIGNATURE|c2VjcmV0/);
  });

  it('keeps what tells: hosts, names, schemes, times, attributes, what is missing', () => {
    expect(decoded).toMatch(/api\.acme\.test/);
    expect(exchanges[0]?.captures[0]?.before).toBe('Bearer ');
    expect(exchanges[1]?.captures[2]?.after).toBe('; Path=/; HttpOnly');
    expect(exchanges[2]).toMatchObject({
      authorization: expect.stringMatching(/^Basic text-\d+$/),
      challenges: [expect.stringMatching(/^Bearer realm="text-\d+", error="invalid_token"$/)],
    });
    expect(redactLog([{ ...base, authorization: 'Bearer null' }]).exchanges[0]?.authorization).toBe(
      'Bearer null',
    );
  });

  it('keeps tokens apart, and the same token the same everywhere', () => {
    expect(new Set(tokens.values()).size).toBe(3);
    expect(exchanges[1]?.url).toContain(`access_token=${tokens.get(joe)}`);
    expect(exchanges[1]?.captures.map(({ token }) => token)).toEqual(
      log[1]?.captures.map(({ token }) => tokens.get(token)),
    );
  });
});

describe('tables', () => {
  it('CSV has a line for each capture, and no formulas', () => {
    const odd = { ...base, method: '=cmd()', url: 'https://a.test/"x",\n' };
    const lines = exportLog([odd, { ...base, captures: [] }], 'csv', facts).text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(`'=cmd(),"https://a.test/""x"",\n",200`);
  });

  it('Markdown numbers the tokens, and nothing from outside becomes markup', () => {
    const { text } = exportLog([...log, { ...base, method: '|<b>' }], 'markdown', facts);
    expect(text).toMatch(/\| 1 \| joe\.secret@acme\.test \| HS256 \| 2027-01-15T08:00:00\.000Z \|/);
    expect(text).toMatch(/request-header authorization Bearer → 1/);
    expect(text).toContain('\\|\\<b\\>');
  });

  it('every format has an ending of its own', () => {
    const endings = exportFormats.map((format) => exportLog(log, format, facts).ending);
    expect(new Set(endings).size).toBe(exportFormats.length);
  });
});

it('a message between worker and window holds each token once', () => {
  const wire = toWire(log);
  expect(JSON.stringify(wire).split(joe)).toHaveLength(3);
  expect(fromWire(wire)).toEqual(log);
});

it('a redacted log tells the same story: the same lineages with the same steps', () => {
  const login = make({ sub: 'joe', iat: 1_800_000_000, exp: 1_800_000_600 });
  const refreshed = make({ sub: 'joe', iat: 1_800_000_500, exp: 1_800_001_100 }, 'ANOTHER');
  const sent = (token: string, startedMs: number): Exchange => ({
    ...base,
    id: `${startedMs}`,
    startedMs,
    captures: [capture('request-header', 'authorization', token, { before: 'Bearer ' })],
  });
  const story = [
    sent(login, 1_800_000_001_000),
    sent(login, 1_800_000_002_000),
    sent(refreshed, 1_800_000_501_000),
  ];
  const { exchanges, tokens } = redactLog(story);
  const named = (text: string) => [...tokens].reduce((all, [token, own]) => all.replaceAll(token, own), text);
  const told = (log: readonly Exchange[]) =>
    JSON.stringify(lineagesOf(log), (name, value) => (name === 'url' ? undefined : value));
  expect(lineagesOf(story)).toMatchObject([{}]);
  expect(told(exchanges)).toBe(named(told(story)));
});
