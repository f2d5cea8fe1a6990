import { describe, expect, it } from 'vitest';
import { createImporter, type Imported } from '../../../src/core/transfer/importing';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const token = `${encode('{"alg":"HS256"}')}.${encode('{"sub":"joe"}')}.${'s'.repeat(42)}A`;
const other = `${encode(' {"alg":"HS256"}')}.${encode('{"sub":"ann"}')}.${'t'.repeat(42)}A`;

/** Reads a text in pieces of so many bytes. */
function imported(text: string, piece = 1_000_000): Imported {
  const bytes = new TextEncoder().encode(text);
  const importer = createImporter();
  for (let at = 0; at < bytes.length; at += piece) importer.push(bytes.subarray(at, at + piece));
  return importer.end();
}

const request = { method: 'GET', url: 'https://api.example/x', headers: [] as unknown };
const entry = (more: object = {}) => ({
  startedDateTime: '2026-11-22T05:49:38.123Z',
  time: 12.4,
  request,
  response: { status: 200, headers: [] },
  ...more,
});
const har = (entries: readonly unknown[], log: object = {}) =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'Tool', version: '7' }, ...log, entries } });
const carriers = ({ exchanges }: Imported) =>
  exchanges.flatMap(({ captures }) =>
    captures.map(({ carrier: { place, name }, before, token: text, after }) =>
      [`${place} ${name}`.trim(), before, text === token ? 'token' : text, after].join('|'),
    ),
  );
const of = (more: object) => carriers(imported(har([entry(more)])));

describe('an imported HAR', () => {
  const headers = [{ name: 'Authorization', value: `Bearer ${token}` }];

  it('gives its exchanges as live traffic would', () => {
    const { exchanges, ...file } = imported(har([entry(), entry({ request: { ...request, headers } })]));
    expect(file).toMatchObject({ entries: 2, creator: 'Tool 7', faults: [], faultCount: 0 });
    expect(exchanges).toMatchObject([
      {
        method: 'GET',
        url: 'https://api.example/x',
        status: 200,
        startedMs: Date.UTC(2026, 10, 22, 5, 49, 38, 123),
        endedMs: Date.UTC(2026, 10, 22, 5, 49, 38, 135),
        feeds: ['import'],
      },
    ]);
    expect(exchanges.flatMap(({ captures }) => captures)).toEqual([
      { carrier: { place: 'request-header', name: 'authorization' }, before: 'Bearer ', token, after: '' },
    ]);
  });

  it.each([
    ['headers as an object', { request: { ...request, headers: { Authorization: token } } }],
    ['headers as pairs', { request: { ...request, headers: [['Authorization', token]] } }],
  ])('is understood with %s', (_, more) => {
    expect(of(more)).toEqual(['request-header authorization||token|']);
  });

  it.each([
    [
      'a list of cookies',
      { request: { ...request, cookies: [{ name: 'sid', value: token }] } },
      'request-cookie sid||token|',
    ],
    [
      'a list of cookies of the answer',
      { response: { status: 200, cookies: [{ name: 'sid', value: token }] } },
      'set-cookie sid||token|',
    ],
    [
      'fields in place of a text',
      {
        request: {
          ...request,
          postData: {
            params: [
              { name: 'a', value: 'b&c' },
              { name: 'jwt', value: token },
            ],
          },
        },
      },
      'request-body jwt||token|',
    ],
    [
      'a query beside the address',
      { request: { ...request, queryString: [{ name: 'jwt', value: token }] } },
      'url-query jwt||token|',
    ],
    [
      'an address to go to beside the headers',
      { response: { status: 302, redirectURL: `/cb?jwt=${token}` } },
      'response-header location|/cb?jwt=|token|',
    ],
    [
      'a body in base64',
      {
        response: {
          status: 200,
          content: {
            mimeType: 'application/octet-stream',
            encoding: 'base64',
            text: Buffer.from(`{"ü":"${token}"}`).toString('base64'),
          },
        },
      },
      'response-body $["ü"]||token|',
    ],
    [
      'a message of a WebSocket',
      { _webSocketMessages: [{ type: 'send', opcode: 1, data: `{"jwt":"${token}"}` }] },
      'websocket-sent $.jwt||token|',
    ],
    [
      'a binary message of a WebSocket',
      { _webSocketMessages: [{ type: 'receive', opcode: 2, data: btoa(token) }] },
      'websocket-received||token|',
    ],
  ])('is understood with %s', (_, more, expected) => {
    expect(of(more)).toEqual([expected]);
  });

  it('counts a cookie once that stands in a header and in a list', () => {
    const cookie = [{ name: 'Cookie', value: `a=1; sid=${token}` }];
    const cookies = [{ name: 'sid', value: token }];
    expect(of({ request: { ...request, headers: cookie, cookies } })).toEqual(['request-cookie sid||token|']);
  });

  it('does not decode pictures', () => {
    const content = { mimeType: 'image/png', encoding: 'base64', text: btoa(token) };
    expect(of({ response: { status: 200, content } })).toEqual([]);
  });

  it('is read whatever the pieces, with a byte order mark, and with texts that look like its structure', () => {
    const odd = { comment: `"]}},{"\\" ${'\\'.repeat(3)}`, log: [['entries'], { entries: [1] }] };
    const text = `\uFEFF${har([entry({ ...odd, request: { ...request, headers } }), entry(odd), entry({ ключ: token })], odd)}`;
    const whole = imported(text);
    expect(carriers(whole)).toEqual(['request-header authorization|Bearer |token|']);
    for (const piece of [1, 2, 3, 7, 64, 1000]) expect(imported(text, piece)).toEqual(whole);
  });

  it('finds what only looks like no token', () => {
    const bodies = [
      other,
      token.replaceAll('.', '%2E'),
      JSON.stringify({ payload: encode('{}'), protected: encode('{"alg":"HS256"}'), signature: 'AAAA' }),
      '{"access_token":"2YotnFZFEjr1zCsicMWpAA"}',
    ];
    const entries = bodies.map((text) => entry({ response: { status: 200, content: { text } } }));
    expect(imported(har(entries)).exchanges).toHaveLength(4);
  });

  it('keeps refusals without a token', () => {
    const refused = { response: { status: 401, headers: [{ name: 'WWW-Authenticate', value: 'Bearer' }] } };
    expect(imported(har([entry(refused)])).exchanges).toMatchObject([{ status: 401, captures: [] }]);
  });

  it('takes the time of a request from the server, or from the one before, where it is missing', () => {
    const late = { startedDateTime: undefined, request: { ...request, headers } };
    const dated = {
      ...late,
      response: { status: 200, headers: [{ name: 'Date', value: 'Sun, 22 Nov 2026 06:00:00 GMT' }] },
    };
    const { exchanges, notes } = imported(har([entry(dated), entry(late)]));
    expect(exchanges.map(({ startedMs }) => startedMs)).toEqual(Array(2).fill(Date.UTC(2026, 10, 22, 6)));
    expect(notes).toContainEqual({ code: 'no-times', count: 1 });
  });
});

describe('what is wrong with a file is told, and the rest of it is read', () => {
  it.each([
    ['no JSON', 'no HAR', 'not-json'],
    ['nothing', '', 'not-json'],
    ['no entries', '{"log":{"version":"1.2"}}', 'no-entries'],
    ['null for a log', '{"log":null}', 'no-entries'],
    ['entries elsewhere', '{"entries":[{}]}', 'no-entries'],
  ])('%s', (_, text, code) => {
    expect(imported(text)).toMatchObject({ entries: 0, exchanges: [], faults: [{ code }] });
  });

  it('by the number of the entry and the member', () => {
    const text = har([null, 1, 'x', [], {}, { request: {} }, entry()]).replace(
      '{"request":{}}',
      '{"request":{]}',
    );
    expect(imported(har([null, 1, 'x', [], {}, { request: {} }, entry()]))).toMatchObject({
      entries: 7,
      faults: [
        ...[1, 2, 3, 4].map((at) => ({ code: 'not-an-object', entry: at, member: '' })),
        { code: 'missing', entry: 5, member: 'request' },
        { code: 'missing', entry: 6, member: 'request.url' },
      ],
    });
    expect(imported(text).faults).toContainEqual({ code: 'entry-not-json', entry: 6 });
  });

  it('where it ends', () => {
    const headers = [{ name: 'Authorization', value: token }];
    const text = har([entry({ request: { ...request, headers } }), entry()]);
    expect(imported(text.slice(0, -40))).toMatchObject({
      entries: 1,
      exchanges: [{ status: 200 }],
      faults: [{ code: 'cut-off', entry: 2 }],
    });
  });

  it('no more than can be looked through', () => {
    const { faults, faultCount } = imported(har(Array(1_000).fill(null)));
    expect([faults.length, faultCount]).toEqual([100, 1_000]);
  });
});

describe('what a file does not hold is told', () => {
  const chrome = { creator: { name: 'WebInspector', version: '537.36' } };
  const notesOf = (text: string) => imported(text).notes;
  const content = { response: { status: 200, content: { text: 'x' } } };

  it('that Chrome left the headers out', () => {
    expect(notesOf(har([entry(content)], chrome))).toEqual([{ code: 'sanitised' }]);
    const cookie = { ...content, request: { ...request, headers: [{ name: 'cookie', value: 'a=1' }] } };
    expect(notesOf(har([entry(content), entry(cookie)], chrome))).toEqual([]);
    expect(notesOf(har([entry(content)]))).toEqual([]);
  });

  it('that values were replaced', () => {
    const headers = [{ name: 'authorization', value: '[REDACTED]' }];
    expect(notesOf(har([entry({ ...content, request: { ...request, headers } })]))).toEqual([
      { code: 'values-redacted', count: 1 },
    ]);
  });

  it('that there are no bodies', () => {
    expect(notesOf(har([entry()]))).toEqual([{ code: 'no-bodies' }]);
  });
});
