import { beforeEach, expect, test, vi } from 'vitest';
import type { Sent } from '../../src/core/traffic/fact';
import type { Seen } from '../../src/core/traffic/latest';
import { createLogWriter } from '../../src/core/traffic/writer';
import { sent } from '../core/traffic/facts';

const { items, asked } = vi.hoisted(() => ({
  items: new Map<string, unknown>(),
  asked: [] as (string[] | null)[],
}));
const store = {
  get: async (keys: string[] | null) => {
    asked.push(keys);
    const wanted = keys ?? [...items.keys()];
    return Object.fromEntries(wanted.filter((key) => items.has(key)).map((key) => [key, items.get(key)]));
  },
  set: async (more: object) => {
    for (const [key, value] of Object.entries(structuredClone(more))) items.set(key, value);
  },
  remove: async (keys: string[]) => {
    for (const key of keys) items.delete(key);
  },
  bytesInUse: async () => 0,
};
vi.mock('../../src/browser/sessionStore', () => ({ sessionStore: store }));
const { createUsedTokens, noNote } = await import('../../src/browser/usedTokens');

const seen = (fact: Sent): Seen => ({ ...fact, startedMs: fact.atMs });
const inTab = (used: ReturnType<typeof createUsedTokens>, tabId: number) =>
  used.known().then((known) => known.of({ tabId }));

/** A background that records as ours does. */
function background() {
  const used = createUsedTokens();
  const writer = createLogWriter(store);
  const record = async (fact: Sent) => writer.append([fact], (await used.add([seen(fact)])) ?? {});
  const forget = (tabId: number) =>
    used.rereadAfter(async () => {
      await writer.append([], noNote);
      await writer.forget((one) => one.tabId === tabId);
    });
  return { used, writer, record, forget };
}

beforeEach(() => {
  items.clear();
  asked.length = 0;
});

test('who wakes knows what is in use from the note, without reading the log', async () => {
  const { record } = background();
  await record(sent(1, 1000, 'old', { tabId: 1 }));
  await record(sent(2, 2000, 'new', { tabId: 1 }));
  asked.length = 0;
  expect(await inTab(background().used, 1)).toEqual(['new']);
  expect(asked).not.toContain(null);
});

test('who wakes without a note reads the log', async () => {
  const { record, writer } = background();
  await record(sent(1, 1000, 'known', { tabId: 1 }));
  await writer.append([], noNote);
  expect(await inTab(background().used, 1)).toEqual(['known']);
  expect(asked).toContain(null);
});

test('what is forgotten is in no note, and what was added meanwhile is', async () => {
  const { record, forget, used } = background();
  await record(sent(1, 1000, 'gone', { tabId: 1 }));
  await record(sent(2, 1000, 'kept', { tabId: 2 }));
  const forgetting = forget(1);
  await Promise.all([forgetting, record(sent(3, 3000, 'late', { tabId: 3 }))]);
  for (const known of [used, background().used]) {
    expect(await inTab(known, 1)).toEqual([]);
    expect(await inTab(known, 2)).toEqual(['kept']);
    expect(await inTab(known, 3)).toEqual(['late']);
  }
  expect(JSON.stringify([...items])).not.toContain('gone');
});

test('a background that dies while it forgets leaves no note of what was in use', async () => {
  const { record, used } = background();
  await record(sent(1, 1000, 'gone', { tabId: 1 }));
  void used.rereadAfter(async () => {
    await createLogWriter(store).append([], noNote);
    await new Promise(() => {});
  });
  await vi.waitUntil(() => items.get('inUse') === null);
  await record(sent(2, 2000, 'other', { tabId: 2 }));
  expect(items.get('inUse')).toBeNull();
});

test('more than a note may hold is not noted, and is in use all the same', async () => {
  const { record } = background();
  const big = 'x'.repeat(600_000);
  await record(sent(1, 1000, big, { tabId: 1 }));
  expect(items.get('inUse')).toBeNull();
  expect(await inTab(background().used, 1)).toEqual([big]);
});
