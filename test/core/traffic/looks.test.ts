import { expect, test } from 'vitest';
import { createCalled } from '../../../src/core/traffic/called';
import { proofFor, provenBy } from '../../../src/core/traffic/dpop';
import type { Capture } from '../../../src/core/traffic/exchange';
import { createFolding } from '../../../src/core/traffic/folding';
import type { HarEntry } from '../../../src/core/traffic/har';
import { readPageStorage, storageBounds, storageFacts } from '../../../src/core/traffic/pageStorage';
import { inAnswerAlone, isStream, streamFacts } from '../../../src/core/traffic/streams';
import { sent } from './facts';

const part = (text: string) => Buffer.from(text).toString('base64url');
const tokenOf = (who: string) => `${part('{"alg":"HS256"}')}.${part(`{"sub":"${who}"}`)}.c2ln`;
const T = tokenOf('anna');
const U = tokenOf('berta');
const observer = { source: 'd', n: 0, tabId: 1 };
const placesOf = (captures: readonly Capture[] = []) =>
  captures.map(({ carrier, token, opaque }) =>
    [carrier.place, carrier.name, token, opaque].filter(Boolean).join(' '),
  );

test("a page's storage is told with its keys, and with the path where a value is JSON", () => {
  const storage = readPageStorage({
    href: `https://app.example/#access_token=${T}`,
    local: [
      ['id_token', T],
      ['@@auth@@', `{"body":{"access_token":"${U}","refresh_token":"opaque-0123456789"}}`],
      ['theme', 'dark'],
    ],
    session: [['state', `"${T}"`]],
    cookie: `a=1; sid=${T}`,
    cutOff: false,
  });
  expect(storage?.url).toBe('https://app.example/');
  expect(placesOf(storage?.captures)).toEqual([
    `url-fragment access_token ${T}`,
    `local-storage id_token ${T}`,
    `local-storage @@auth@@.body.access_token ${U}`,
    'local-storage @@auth@@.body.refresh_token opaque-0123456789 refresh_token',
    `session-storage state ${T}`,
    `script-cookie sid ${T}`,
  ]);
});

const long = 'x'.repeat(storageBounds.characters + 1);
test.each([
  ['nothing', undefined],
  ['a text', 'https://app.example/'],
  ['null', null],
  ['no address', { local: [['a', T]] }],
  ['an address of another kind', { href: 'javascript:alert(1)', local: [] }],
  ['an address that is no text', { href: ['https://a/'] }],
])('an answer that is %s is no storage', (_what, answer) => {
  expect(readPageStorage(answer)).toBeUndefined();
});

test('of an answer with wrong members only what has the right shape is read', () => {
  const storage = readPageStorage({
    href: 'https://app.example/',
    local: [['a', T], ['b'], 'c', null, ['d', 4], ['e', long], [T, 'f', 'g'], { 0: 'h', 1: T, length: 2 }],
    session: 'many',
    cookie: 7,
    cutOff: 'yes',
  });
  expect(placesOf(storage?.captures)).toEqual([`local-storage a ${T}`]);
  expect(storage?.cutOff).toBe(false);
});

test('a storage without tokens is no fact, one with tokens is one that no feed is paired with', () => {
  const empty = readPageStorage({ href: 'https://app.example/', local: [] });
  expect(empty && storageFacts(empty, observer, 5)).toEqual([]);
  const found = readPageStorage({ href: 'https://app.example/', local: [['a', T]] });
  const folding = createFolding();
  folding.add(found ? storageFacts(found, observer, 5) : []);
  expect(folding.exchanges()).toMatchObject([
    { method: '', type: 'page_storage', url: 'https://app.example/', startedMs: 5, feeds: ['page'] },
  ]);
});

const socket = (...messages: [type: string, data: string][]): HarEntry => ({
  startedDateTime: '2026-11-22T05:49:38.250Z',
  time: 12,
  request: { method: 'GET', url: `wss://api.example/live?token=${T}`, headers: [] },
  response: { status: 101, headers: [] },
  _resourceType: 'websocket',
  _webSocketMessages: messages.map(([type, data]) => ({ type, data, opcode: 1 })),
});

test('a second look at a connection tells only what is new', () => {
  const known = new Map<string, number>();
  const look = (entry: HarEntry) =>
    streamFacts(entry, observer, known).map(({ captures }) => placesOf(captures));
  const first: [string, string] = ['send', `{"authorization":"Bearer ${T}"}`];
  expect(isStream(socket())).toBe(true);
  expect(look(socket(first))).toEqual([[`url-query token ${T}`, `websocket-sent $.authorization ${T}`], []]);
  expect(look(socket(first))).toEqual([]);
  expect(look(socket(first, ['receive', `{"token":"${U}"}`]))).toEqual([
    [],
    [`websocket-received $.token ${U}`],
  ]);
});

test('of a stream that was told while it was open only what its body held is news', () => {
  const request = sent(1, 1000, T);
  const answer = (captures: readonly Capture[]) => ({
    kind: 'answered' as const,
    source: 'w',
    n: 1,
    atMs: 1001,
    captures,
  });
  expect(inAnswerAlone([request, answer([])])).toEqual([]);
  const inBody: Capture = { carrier: { place: 'response-body', name: '' }, before: '', token: U, after: '' };
  expect(inAnswerAlone([request, answer([inBody])]).map(({ captures }) => captures)).toEqual([[], [inBody]]);
});

test('a DPoP proof is joined to the access token of its request, and only to that', () => {
  const header = (name: string, before: string, token: string): Capture => ({
    carrier: { place: 'request-header', name },
    before,
    token,
    after: '',
  });
  const access = header('authorization', 'DPoP ', T);
  const proof = header('dpop', '', U);
  const other = header('x-token', '', T);
  const folding = createFolding();
  folding.add([sent(1, 1000, '', { captures: [access, proof, other] })]);
  const [exchange] = folding.exchanges();
  expect(exchange && [access, proof, other].map((one) => proofFor(exchange, one))).toEqual([
    proof,
    undefined,
    undefined,
  ]);
  expect(exchange && provenBy(exchange, proof)).toEqual(access);
});

test('the origins that a page calls are told once each, and anew for another page', () => {
  const called = createCalled();
  const folding = createFolding();
  folding.add([sent(1, 1, 'a', { url: 'https://a/x' }), sent(2, 2, 'b', { url: 'https://b/y' })]);
  expect(called(folding.exchanges())).toEqual(['https://a', 'https://b']);
  folding.add([sent(3, 3, 'c', { url: 'https://a/z' }), sent(4, 4, 'd', { url: 'https://c/z' })]);
  expect(called(folding.exchanges())).toEqual(['https://a', 'https://b', 'https://c']);
  expect(called([])).toEqual([]);
});
