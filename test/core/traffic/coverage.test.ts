import { expect, test } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import {
  type CoverageNote,
  coverageCodes,
  coverageOf,
  type FeedState,
} from '../../../src/core/traffic/coverage';
import { isHidden } from '../../../src/core/traffic/hidden';
import { covers, coversSince, patternOf, patternsOf } from '../../../src/core/traffic/hosts';
import { limitCodes, limitsOf } from '../../../src/core/traffic/limits';
import { opaqueKinds } from '../../../src/core/traffic/opaque';
import { runningFeeds } from '../../../src/core/traffic/running';
import { codeKey, createSay } from '../../../src/ui/say';

const plain: FeedState = {
  engine: 'chromium',
  origin: 'http://a',
  allowed: true,
  allAllowed: true,
  captured: false,
  hidden: false,
  calledUnseen: [],
  recording: true,
  dropped: 0,
  canLook: false,
};
const codes = (notes: readonly CoverageNote[]) =>
  notes
    .map(({ code, mend, values }) => [code, ...(mend ? [`/${mend}`] : []), ...(values ?? [])].join(' '))
    .join(', ');

// what differs from an allowed page with DevTools closed -> notes
test.each<[string, Partial<FeedState>, string]>([
  ['nothing', {}, ''],
  ['not allowed', { allowed: false }, 'no-permission /allowSite'],
  ['not allowed, no page', { allowed: false, origin: undefined }, ''],
  [
    'not allowed, DevTools late',
    { allowed: false, devtoolsSinceMs: 2, pageSinceMs: 1 },
    'devtools-late /reload',
  ],
  ['not allowed, DevTools in time', { allowed: false, devtoolsSinceMs: 1, pageSinceMs: 2 }, ''],
  ['DevTools late', { devtoolsSinceMs: 2, pageSinceMs: 1 }, 'bodies-late /reload'],
  ['calls others', { calledUnseen: ['http://b', 'http://c'] }, 'called-unseen /allowSite http://b, http://c'],
  ['calls others, DevTools open', { calledUnseen: ['http://b'], devtoolsSinceMs: 1, pageSinceMs: 2 }, ''],
  ['not all sites, nothing captured', { allAllowed: false }, 'others-unseen /allowAll'],
  ['not all sites, something captured', { allAllowed: false, captured: true }, ''],
  ['not all sites, DevTools open', { allAllowed: false, devtoolsSinceMs: 1, pageSinceMs: 2 }, ''],
  [
    'not all sites, calls others',
    { allAllowed: false, calledUnseen: ['http://b'] },
    'called-unseen /allowSite http://b',
  ],
  ['a site that the browser hides', { allowed: false, hidden: true }, 'hidden-site'],
  ['paused', { recording: false }, 'paused /record'],
  ['long bodies', { longBodies: 2 }, 'long-bodies 2'],
  ['long bodies that can be read', { longBodies: 2, canLook: true }, 'long-bodies /bodies 2'],
  ['restarted', { restartedMs: 1234 }, 'restarted 1234'],
  ['an update', { update: '2.0' }, 'update /update 2.0'],
  [
    'much at once',
    { update: '2.0', recording: false, allowed: false, dropped: 7 },
    'update /update 2.0, paused /record, no-permission /allowSite, dropped 7',
  ],
])('with %s the notes are told', (_what, change, expected) => {
  expect(codes(coverageOf({ ...plain, ...change }))).toBe(expected);
});

test.each<[string, Partial<FeedState>, string]>([
  [
    'Chromium in the background',
    {},
    'limit-bodies, limit-socket-messages, limit-socket-protocol, limit-blob-bodies, limit-private-windows, limit-storage, ' +
      'limit-indexed-db',
  ],
  [
    'Firefox in the background, on the sites that were allowed one by one',
    { engine: 'firefox', allAllowed: false },
    'limit-other-sites /allowAll, limit-bodies, limit-socket-messages-never, limit-storage, limit-indexed-db',
  ],
  [
    "Chromium's DevTools alone",
    { allowed: false, devtoolsSinceMs: 1, canLook: true },
    'limit-devtools-only /allowSite, limit-left-page, limit-open-streams /streams, limit-event-streams, ' +
      'limit-workers, limit-private-windows, limit-storage /storage, limit-indexed-db',
  ],
  [
    'Chromium with both',
    { devtoolsSinceMs: 1, canLook: true },
    'limit-left-page, limit-open-messages /streams, limit-event-streams, limit-workers, ' +
      'limit-private-windows, limit-storage /storage, limit-indexed-db',
  ],
  [
    'Firefox with both',
    { engine: 'firefox', devtoolsSinceMs: 1, canLook: true },
    'limit-left-page, limit-socket-messages-never, limit-network-filter, limit-service-worker-bodies, ' +
      'limit-storage /storage, limit-indexed-db',
  ],
  [
    "Firefox's DevTools alone",
    { engine: 'firefox', allowed: false, devtoolsSinceMs: 1, canLook: true },
    'limit-devtools-only /allowSite, limit-left-page, limit-open-streams, limit-socket-messages-never, ' +
      'limit-network-filter, limit-service-worker /allowSite, limit-storage /storage, limit-indexed-db',
  ],
])('what %s cannot see is told', (_what, change, expected) => {
  expect(codes(limitsOf({ ...plain, ...change }))).toBe(expected);
});

test('the feeds that run are told, with the moment since when', () => {
  expect(runningFeeds({ ...plain, devtoolsSinceMs: 5, allowedSinceMs: 3 })).toEqual([
    { feed: 'devtools', sinceMs: 5 },
    { feed: 'webRequest', sinceMs: 3 },
  ]);
  expect(runningFeeds({ ...plain, allowed: false })).toEqual([]);
  expect(runningFeeds({ ...plain, recording: false, devtoolsSinceMs: 5 })).toEqual([]);
});

test('every code has its sentence', () => {
  const say = createSay(messages);
  for (const code of [...coverageCodes, ...limitCodes])
    expect(say(codeKey('coverage', code)), code).not.toBe('');
  for (const kind of opaqueKinds) expect(say(codeKey('opaque', kind)), kind).not.toBe('');
});

test('since when an origin is allowed is the earliest grant that covers it', () => {
  const since = { '<all_urls>': 9, 'http://a/*': 4, 'http://b/*': 1 };
  expect(coversSince(since, 'http://a')).toBe(4);
  expect(coversSince({ 'http://b/*': 1 }, 'http://a')).toBeUndefined();
});

test.each([
  ['<all_urls>', 'https://x.example', true],
  ['*://localhost/*', 'http://localhost:5000', true],
  ['*://localhost/*', 'https://localhost', true],
  ['*://localhost/*', 'http://localhost.evil.example', false],
  ['*://127.0.0.1/*', 'http://127.0.0.1:1', true],
  ['https://a.example/*', 'http://a.example', false],
  ['https://*.a.example/*', 'https://b.a.example:8443', true],
  ['https://*.a.example/*', 'https://a.example', true],
  ['https://*.a.example/*', 'https://nota.example', false],
  ['http://a.example:8080/*', 'http://a.example:8080', true],
  ['http://a.example:8080/*', 'http://a.example:9090', false],
  ['*://*/*', 'wss://a.example', true],
  ['nonsense', 'https://a.example', false],
])('pattern %s covers %s: %s', (pattern, origin, expected) => {
  expect(covers([pattern], origin)).toBe(expected);
});

test('for an origin its WebSockets are asked for, too', () => {
  expect(patternsOf('https://app.example:8443')).toEqual(['https://app.example/*', 'wss://app.example/*']);
  expect(patternsOf('http://app.example')).toEqual(['http://app.example/*', 'ws://app.example/*']);
});

test('the pattern asked for covers the origin it was made from', () => {
  expect(patternOf('http://app.example:8080')).toBe('http://app.example/*');
  expect(covers([patternOf('http://app.example:8080')], 'http://app.example:8080')).toBe(true);
});

test.each([
  ['chromium', 'https://chromewebstore.google.com', true],
  ['chromium', 'https://addons.mozilla.org', false],
  ['firefox', 'https://addons.mozilla.org', true],
  ['firefox', 'https://addons.mozilla.org.example', false],
  ['firefox', undefined, false],
] as const)('%s hides the requests of %s from extensions: %s', (engine, origin, expected) => {
  expect(isHidden(engine, origin)).toBe(expected);
});
