import { expect, test } from 'vitest';
import { isPaused } from '../../../src/core/traffic/pauses';
import { forgotten, sentInPause, switched } from '../../../src/core/traffic/pausing';

const pausedOnce = switched(switched([], 1, false, 100), 1, true, 200);
const lasting = switched(pausedOnce, 1, false, 300);

test.each([
  ['before', pausedOnce, { tabId: 1, atMs: 99 }, false],
  ['at its beginning', pausedOnce, { tabId: 1, atMs: 100 }, true],
  ['at its end', pausedOnce, { tabId: 1, atMs: 200 }, true],
  ['after', pausedOnce, { tabId: 1, atMs: 201 }, false],
  ['in another tab', pausedOnce, { tabId: 2, atMs: 150 }, false],
  ['in an earlier pause, told during a later one', lasting, { tabId: 1, atMs: 150 }, true],
  ['between two pauses', lasting, { tabId: 1, atMs: 250 }, false],
  ['in one that lasts', lasting, { tabId: 1, atMs: 1e12 }, true],
] as const)('a request sent %s: left out or not', (_when, pauses, sent, expected) => {
  expect(sentInPause(pauses, sent)).toBe(expected);
});

test('recording is on, off, on, off', () => {
  expect([[], switched([], 1, false, 1), pausedOnce, lasting].map((pauses) => isPaused(pauses, 1))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('switching to what is already so changes nothing', () => {
  expect(switched(pausedOnce, 1, true, 400)).toEqual(pausedOnce);
  expect(switched(lasting, 1, false, 400)).toEqual(lasting);
});

test('what was sent before a tab was cleared stays forgotten, and recording goes on as it was', () => {
  const cleared = forgotten(lasting, 1, 500);
  expect(sentInPause(cleared, { tabId: 1, atMs: 250 })).toBe(true);
  expect(isPaused(cleared, 1)).toBe(true);
  expect(sentInPause(forgotten([], 1, 500), { tabId: 1, atMs: 501 })).toBe(false);
  expect(sentInPause(forgotten([], 1, 500), { tabId: 2, atMs: 499 })).toBe(false);
});
