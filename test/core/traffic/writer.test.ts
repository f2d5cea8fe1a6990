import { expect, test } from 'vitest';
import type { LogIndex } from '../../../src/core/traffic/logItems';
import { belongsTo } from '../../../src/core/traffic/page';
import { createLogReader } from '../../../src/core/traffic/reading';
import { createLogWriter } from '../../../src/core/traffic/writer';
import { answered, sent, sentSeenByDevtools } from './facts';
import { createMemoryStore, type MemoryStore } from './memoryStore';

const read = async (store: MemoryStore) => {
  const reader = createLogReader();
  reader.take(await store.get(null));
  return reader;
};
const tokensIn = async (store: MemoryStore) =>
  (await read(store)).exchanges().flatMap(({ captures }) => captures.map(({ token }) => token));
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `token-${n}`);
const small = { chunk: 300, segment: 1_500, bytes: 20_000 };

test('two requests of the same tick are two captures, written together', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store);
  await Promise.all([writer.append([sent(1, 1000, 'one')]), writer.append([sent(2, 1000, 'two')])]);
  expect(await tokensIn(store)).toEqual(['one', 'two']);
  expect(store.writes).toHaveLength(1);
});

test('what arrives while a write is in flight goes with the next one, in order', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store);
  const first = writer.append([sent(1, 1000, 'one')]);
  store.beforeSet = () => {
    store.beforeSet = () => {};
    void writer.append([sent(2, 1001, 'two')]);
    void writer.append([sent(3, 1002, 'three')]);
  };
  await first;
  await writer.append([]);
  expect(await tokensIn(store)).toEqual(['one', 'two', 'three']);
});

test('a background that dies between any two writes goes on where the log ended', async () => {
  const store = createMemoryStore();
  const tokens = numbered(200);
  for (const [n, token] of tokens.entries()) {
    const bornAgain = createLogWriter(store, small);
    await bornAgain.append([sent(n, 1000 + n, token)]);
    await createLogWriter(store, small).append([answered(n, 1000 + n, 201)]);
  }
  const reader = await read(store);
  expect(reader.exchanges().map(({ status }) => status)).toEqual(tokens.map(() => 201));
  expect(await tokensIn(store)).toEqual(tokens);
});

test('a write that fails leaves the log as it was, rejects, and the same batch can be recorded again', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store);
  const batch = [sentSeenByDevtools(1, 1000, 'one'), answered(1, 1010, 200, 'd1')];
  store.beforeSet = () => {
    throw new Error('disk on fire');
  };
  await expect(writer.record('d1', batch)).rejects.toThrow('disk on fire');
  store.beforeSet = () => {};
  await writer.record('d1', batch);
  await writer.record('d1', batch);
  expect((await read(store)).exchanges()).toMatchObject([{ status: 200, feeds: ['devtools'] }]);
});

test('captures that could not be stored are counted once the store works again', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store);
  store.beforeSet = () => {
    throw new Error('no');
  };
  await expect(writer.append([sent(1, 1000), sent(2, 1001)])).rejects.toThrow('no');
  store.beforeSet = () => {};
  await writer.append([sent(3, 1002)]);
  expect((await read(store)).dropped()).toBe(2);
});

test('an answer to a request that is not in the log is not written', async () => {
  const store = createMemoryStore();
  await createLogWriter(store).append([answered(7, 1000), sent(8, 1001), answered(8, 1002, 204)]);
  expect((await read(store)).exchanges()).toMatchObject([{ status: 204 }]);
  expect(String(store.items.get('log.0.0'))).not.toContain('200');
});

test('an answer that outlived its background brings its request along, unless the log has it', async () => {
  const store = createMemoryStore();
  const again = (n: number) => [
    sent(n, 1000, 'a.b.c', { captures: [], onlyIfUnknown: true }),
    { ...answered(n, 1001), captures: sent(n, 0, 'new').captures },
  ];
  await createLogWriter(store).append([sent(1, 900, 'old')]);
  await createLogWriter(store).append([...again(1), ...again(2)]);
  const told = (await read(store))
    .exchanges()
    .map(({ id, captures }) => [id, captures.map(({ token }) => token)]);
  expect(told).toEqual([
    ['w:1', ['old', 'new']],
    ['w:2', ['new']],
  ]);
});

test('a request waits for its answer over segments and restarts', async () => {
  const store = createMemoryStore();
  await createLogWriter(store, small).append([sent(0, 1000, 'waiting')]);
  for (const [n, token] of numbered(200).entries())
    await createLogWriter(store, { ...small, bytes: 1e9 }).append([
      sent(n + 1, 1001 + n, token),
      answered(n + 1, 1001 + n),
    ]);
  await createLogWriter(store, small).append([answered(0, 2000, 204)]);
  expect((await read(store)).exchanges()[0]).toMatchObject({ status: 204 });
});

test('over its bounds the log drops the oldest, with their tokens, and says how many', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store, small);
  const tokens = numbered(1000);
  for (const [n, token] of tokens.entries())
    await writer.append([sent(n, 1000 + n, token), answered(n, 1001 + n)]);
  const left = await tokensIn(store);
  const { dropped } = store.items.get('log') as LogIndex;
  expect(dropped).toBeGreaterThan(0);
  expect(left).toEqual(tokens.slice(dropped));
  expect([...store.items.keys()].filter((key) => key.startsWith('token.'))).toHaveLength(left.length);
  expect(await store.bytesInUse()).toBeLessThan(small.bytes + 2_000);
});

test('where the tokens weigh more than the requests, only the oldest go at once', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store, small);
  const tokens = numbered(100).map((token) => token.padEnd(500, '-'));
  for (const [n, token] of tokens.entries())
    await writer.append([sent(n, 1000 + n, token), answered(n, 1001 + n)]);
  const left = await tokensIn(store);
  expect(left).toEqual(tokens.slice(-left.length));
  expect(left.length * 500).toBeGreaterThan(small.bytes / 2);
  expect(await store.bytesInUse()).toBeLessThan(small.bytes + 2_000);
});

test('a token that went with the oldest is stored again when it comes again', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store, small);
  await writer.append([sent(0, 1000, 'returning')]);
  const tokens = numbered(100).map((token) => token.padEnd(500, '-'));
  for (const [n, token] of tokens.entries()) await writer.append([sent(n + 1, 1001 + n, token)]);
  expect(JSON.stringify([...store.items])).not.toContain('returning');
  await writer.append([sent(200, 2000, 'returning')]);
  expect((await tokensIn(store)).at(-1)).toBe('returning');
});

test('when the browser refuses a write for its quota, the oldest make room for it', async () => {
  const store = createMemoryStore(10_000);
  const writer = createLogWriter(store, small);
  const tokens = numbered(500);
  for (const [n, token] of tokens.entries())
    await writer.append([sent(n, 1000 + n, token), answered(n, 1001 + n)]);
  const left = await tokensIn(store);
  expect(left).toEqual(tokens.slice(-left.length));
  expect((await read(store)).dropped() + left.length).toBe(500);
});

test('forgetting one tab leaves the others whole and no trace of its tokens', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store, small);
  for (let n = 0; n < 100; n++) {
    const tabId = n % 2;
    await writer.append([sent(n, 1000 + n, `of-tab-${tabId}-${n}`, { tabId }), answered(n, 1000 + n)]);
  }
  await writer.forget(({ tabId }) => tabId === 0);
  await writer.append([sent(100, 2000, 'after')]);
  const left = await tokensIn(store);
  expect(left).toEqual([
    ...numbered(100)
      .map((_, n) => n)
      .filter((n) => n % 2)
      .map((n) => `of-tab-1-${n}`),
    'after',
  ]);
  expect(JSON.stringify([...store.items])).not.toContain('of-tab-0');
});

test('what belongs to private windows is forgotten for good, and is of no other page', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store, small);
  const worker = { tabId: -1, initiator: 'https://a' };
  await writer.append([
    sent(1, 1000, 'of all', worker),
    sent(2, 1001, 'of a private window', { ...worker, incognito: true }),
  ]);
  const page = { tabId: 1, origin: 'https://a' };
  const seenBy = async (incognito: boolean) =>
    (await read(store))
      .exchanges()
      .filter((one) => belongsTo(one, { ...page, incognito }))
      .flatMap(({ captures }) => captures.map(({ token }) => token));
  expect([await seenBy(false), await seenBy(true)]).toEqual([['of all'], ['of a private window']]);
  await writer.forget(({ incognito }) => incognito === true);
  expect(await tokensIn(store)).toEqual(['of all']);
  expect(JSON.stringify([...store.items])).not.toContain('private');
});

test('a reader that follows the changes reads what one reads that comes later', async () => {
  const store = createMemoryStore();
  const writer = createLogWriter(store, small);
  const following = createLogReader();
  store.onChanged((changes) => following.take(changes));
  for (let n = 0; n < 300; n++)
    await writer.append([sent(n, 1000 + n, `token-${n % 7}`), answered(n, 1001 + n)]);
  await writer.forget(({ n }) => n < 20);
  const later = await read(store);
  expect(later.exchanges().length).toBeGreaterThan(100);
  expect(following.exchanges()).toEqual(later.exchanges());
  expect(following.dropped()).toBe(later.dropped());
});
