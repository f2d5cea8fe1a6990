import { describe, expect, test } from 'vitest';
import { flagsOf } from '../../../src/core/traffic/flags';
import { createLatest } from '../../../src/core/traffic/latest';
import { turnedAt } from '../../../src/core/traffic/turning';
import { bearer, exchange, inSeconds, jwt, START_MS } from '../refusals/made';

const start = inSeconds(START_MS);
const at = (seconds: number) => START_MS + seconds * 1000;
const token = jwt({ exp: start + 1000 });
const other = jwt({ iat: start, exp: start + 40 });
const LEAD = 300;

describe('flags turn at the right moment, and say when they turn next', () => {
  test.each([
    // after, expiring, expired, next turn after
    [0, 0, 0, 700],
    [699.999, 0, 0, 700],
    [700, 1, 0, 1000],
    [999.999, 1, 0, 1000],
    [1000, 0, 1, undefined],
    [90_000, 0, 1, undefined],
  ])('after %d s', (after, expiring, expired, next) => {
    const nextTurnMs = next === undefined ? undefined : at(next);
    expect(flagsOf([token], at(after), LEAD)).toEqual({ expiring, expired, nextTurnMs });
  });

  test('the first of several turns is the next one', () => {
    // A short-lived token is expiring in its last quarter only.
    expect(flagsOf([token, other], at(0), LEAD)).toEqual({ expiring: 0, expired: 0, nextTurnMs: at(30) });
  });

  test('a clock that is set back makes an expired token a current one again', () => {
    expect(flagsOf([token], at(1000), LEAD).expired).toBe(1);
    expect(flagsOf([token], at(10), LEAD).expired).toBe(0);
  });
});

describe('what is worth a notification', () => {
  test.each([
    [699, []],
    [700, ['expiring']],
    [1000, ['expired']],
    [1599, ['expired']],
    // The computer slept: that is no news any more.
    [1601, []],
  ])('after %d s: %j', (after, states) => {
    expect(turnedAt([token], at(after), LEAD).map(({ state }) => state)).toEqual(states);
  });
});

test('the tokens in use are told of one page, or of all', () => {
  const latest = createLatest();
  latest.add([
    exchange(at(0), [bearer(token)], { tabId: 1 }),
    exchange(at(1), [bearer(other)], { tabId: 2 }),
  ]);
  expect(latest.of({ tabId: 1 })).toEqual([token]);
  expect(latest.of()).toEqual([token, other]);
});

test('only a token that was not in use there before is news', () => {
  const latest = createLatest();
  const sentAt = (seconds: number, text: string, tabId = 1) =>
    latest.add([exchange(at(seconds), [bearer(text)], { tabId })]);
  expect(sentAt(0, token)).toBe(true);
  expect(sentAt(1, token)).toBe(false);
  expect(sentAt(2, other)).toBe(true);
  expect(sentAt(1, token)).toBe(false);
  expect(sentAt(3, other, 2)).toBe(true);
});
