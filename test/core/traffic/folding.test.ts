import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf } from '../../../src/core/traffic/change';
import type { Fact } from '../../../src/core/traffic/fact';
import { createFolding } from '../../../src/core/traffic/folding';
import { answered, sent, sentSeenByDevtools } from './facts';

const fold = (...facts: Fact[]) => {
  const folding = createFolding();
  folding.add(facts);
  return folding.exchanges();
};
const both = { feeds: ['webRequest', 'devtools'] };

test('a request seen by both feeds is one exchange, whichever tells of it first', () => {
  const web = [sent(1, 1000), answered(1, 1050, 200)];
  const devtools = [sentSeenByDevtools(1, 990), answered(1, 1051, 200, 'd1')];
  expect(fold(...web, ...devtools)).toMatchObject([{ id: 'w:1', status: 200, ...both }]);
  expect(fold(...devtools, ...web)).toEqual(fold(...web, ...devtools));
});

// what differs between the two sightings -> how many exchanges
test.each([
  ['nothing', {}, 0, 1],
  ['start, by less than two seconds', {}, 1900, 1],
  ['start, by more', {}, 2100, 2],
  ['method', { method: 'OPTIONS' }, 0, 2],
  ['address', { url: 'http://localhost:5000/other' }, 0, 2],
  ['tab', { tabId: 2 }, 0, 2],
  ['tab, named by DevTools alone', { tabId: -1 }, 0, 1],
] as const)('differing in %s: paired or not', (_what, change, laterMs, expected) => {
  expect(fold(sent(1, 10_000, 'a.b.c', change), sentSeenByDevtools(1, 10_000 + laterMs))).toHaveLength(
    expected,
  );
});

test('differing in the token they are two exchanges', () => {
  expect(fold(sent(1, 1000, 'a.b.c'), sentSeenByDevtools(1, 1000, 'a.b.d'))).toHaveLength(2);
});

/** A request to one address whose token is in its body, if the feed has seen that. */
const body = (token: string) => ({
  captures: token
    ? [{ carrier: { place: 'request-body', name: '$.token' } as const, before: '', token, after: '' }]
    : [],
});
const tokensOf = (facts: Fact[]) =>
  fold(...facts).map(
    ({ feeds, captures }) => `${feeds.join('+')} ${captures.map(({ token }) => token).join()}`,
  );

// what webRequest and DevTools saw in the bodies, in start order -> the exchanges
test.each([
  ['the same', ['a', 'b'], ['a', 'b'], ['webRequest+devtools a', 'webRequest+devtools b']],
  ['the same, in another order', ['a', 'b'], ['b', 'a'], ['webRequest+devtools a', 'webRequest+devtools b']],
  ['one that webRequest missed', ['a', ''], ['b', 'a'], ['webRequest+devtools a', 'webRequest+devtools b']],
  ['one that DevTools missed', ['a', 'b'], ['', 'a'], ['webRequest+devtools a', 'webRequest+devtools b']],
  ['one more', ['a'], ['b', 'a'], ['devtools b', 'webRequest+devtools a']],
  ['others', ['a'], ['b'], ['webRequest a', 'devtools b']],
])('bodies tell equal requests apart: %s', (_what, web, devtools, expected) => {
  const facts = [
    ...web.map((token, n) => sent(n, 1000 + n, '', body(token))),
    ...devtools.map((token, n) => sentSeenByDevtools(n, 995 + n, '', body(token))),
  ];
  expect(tokensOf(facts).toSorted()).toEqual(expected.toSorted());
  expect(tokensOf(facts.toReversed()).toSorted()).toEqual(expected.toSorted());
});

test("a page's service worker, without a tab in webRequest, gets the tab that DevTools names", () => {
  expect(fold(sent(1, 1000, 'a.b.c', { tabId: -1 }), sentSeenByDevtools(1, 1000))).toMatchObject([
    { tabId: 1 },
  ]);
});

test('equal requests stay as many as they were, paired in start order', () => {
  const web = [1, 2, 3].map((n) => sent(n, 1000 + n));
  const devtools = [3, 1, 2].map((n) => sentSeenByDevtools(n, 1000 + n));
  expect(fold(...web, ...devtools)).toMatchObject([
    { id: 'w:1', ...both },
    { id: 'w:2', ...both },
    { id: 'w:3', ...both },
  ]);
});

test('the hops of a redirect share a requestId and are exchanges of their own', () => {
  const hops = [sent(1, 1000), answered(1, 1010, 302), sent(1, 1020), answered(1, 1030, 200)];
  expect(fold(...hops)).toMatchObject([{ status: 302 }, { status: 200 }]);
});

test('the answer of a hop without a token is not given to the hop before', () => {
  expect(fold(sent(1, 1000), answered(1, 1010, 302), answered(1, 1030, 200))).toMatchObject([
    { status: 302 },
  ]);
});

test("DevTools' answer stands in for one the background missed; certain only where equal requests agree", () => {
  const devtools = (n: number, status: number) => [
    sentSeenByDevtools(n, 1000 + n),
    answered(n, 1100, status, 'd1'),
  ];
  const alike = [sent(1, 1001), sent(2, 1002)];
  const certain = (...statuses: number[]) =>
    fold(...alike, ...statuses.flatMap((status, i) => devtools(i + 1, status))).map(
      (one) => one.answerCertain,
    );
  expect(certain(200, 200)).toEqual([true, true]);
  expect(certain(200, 401)).toEqual([false, false]);
});

/** Facts of a few equal requests, seen by either feed or both, told in any order and in pieces of any size. */
const someFacts = fc.array(
  fc.record({
    feed: fc.constantFrom('webRequest' as const, 'devtools' as const),
    atMs: fc.integer({ min: 0, max: 9_000 }),
    tabId: fc.constantFrom(-1, 1, 2),
    status: fc.constantFrom(undefined, 200, 401),
    piece: fc.boolean(),
  }),
  { maxLength: 40 },
);

test('facts that come one after the other fold as they do all at once', () => {
  fc.assert(
    fc.property(someFacts, (told) => {
      const following = createFolding();
      const all: Fact[] = [];
      let before = following.exchanges();
      for (const [n, { feed, atMs, tabId, status, piece }] of told.entries()) {
        const source = feed === 'devtools' ? 'd1' : 'w';
        const facts: Fact[] = [
          sent(n, atMs, 'a.b.c', { feed, source, tabId }),
          ...(status === undefined ? [] : [answered(n, atMs + 10, status, source)]),
        ];
        following.add(facts);
        all.push(...facts);
        if (!piece) continue;
        const now = following.exchanges();
        const { kept, gone, come, behind } = changeOf(before, now);
        expect(before).toEqual([...now.slice(0, kept), ...gone, ...now.slice(now.length - behind)]);
        expect(now).toEqual([...before.slice(0, kept), ...come, ...before.slice(before.length - behind)]);
        before = now;
      }
      expect(following.exchanges()).toEqual(fold(...all));
    }),
    { numRuns: 150 },
  );
});

test('of a long log an addition tells only what it touches anew', () => {
  const folding = createFolding();
  const many = Array.from({ length: 1_000 }, (_, n) => [sent(n, n * 10), answered(n, n * 10 + 5)]).flat();
  folding.add(many);
  const before = folding.exchanges();
  folding.add([sent(1_000, 10_000), answered(500, 6_000), sentSeenByDevtools(0, 9_990)]);
  const after = folding.exchanges();
  const isNew = after.filter((one) => !before.includes(one)).map(({ id }) => id);
  expect(isNew).toEqual(['w:799', 'w:1000']);
});

test('what was read from a page or a file stands for itself', () => {
  const [page, file] = (['page', 'import'] as const).map((feed, n) =>
    sent(n, 1000, 'a.b.c', { feed, source: feed }),
  );
  expect(fold(sent(1, 1000), page as Fact, file as Fact)).toHaveLength(3);
});
