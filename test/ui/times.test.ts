import { describe, expect, test } from 'vitest';
import { createTimes } from '../../src/ui/times';

const times = createTimes('en-GB');
const nowMs = Date.UTC(2026, 10, 22, 5, 49, 38);

describe('a distance from now', () => {
  test.each([
    [0, 'in 0 seconds'],
    [59.9, 'in 59 seconds'],
    [60, 'in 1 minute'],
    [299, 'in 4 minutes'],
    [3_599, 'in 59 minutes'],
    [3_600, 'in 1 hour'],
    [172_799, 'in 47 hours'],
    [172_800, 'in 2 days'],
    [-180, '3 minutes ago'],
    [-7_300, '2 hours ago'],
    [86_400 * 800, 'in 2 years'],
  ])('%d seconds read "%s"', (seconds, text) => {
    expect(times.relative(seconds)).toBe(text);
  });
});

describe('a countdown', () => {
  test.each([
    [252, '4:12'],
    [9.99, '0:09'],
    [0, '0:00'],
    [-5, '0:00'],
    [3_599, '59:59'],
    [3_660, '1 hr 1 min'],
    [172_800, '2 days'],
  ])('of %d seconds reads "%s"', (seconds, text) => {
    expect(times.countdown(seconds)).toBe(text);
  });
});

test('a moment beyond the calendar has no date', () => {
  expect(times.local(9e15)).toBeUndefined();
  expect(times.utc(9e15)).toBeUndefined();
  expect(times.brief(Number.NaN, nowMs)).toBeUndefined();
});

test('UTC names the date only where it differs from the local one', () => {
  const local = times.local(nowMs) ?? '';
  const utc = times.utc(nowMs) ?? '';
  const offsetMinutes = new Date(nowMs).getTimezoneOffset();
  const sameDay = new Date(nowMs).getDate() === new Date(nowMs).getUTCDate();
  expect(utc).toBe(sameDay ? '05:49:38 UTC' : 'Sun, 22 Nov 2026, 05:49:38 UTC');
  if (offsetMinutes === 0) expect(local).toContain('05:49:38');
});

test('in short, today is left out', () => {
  expect(times.brief(nowMs + 1_000, nowMs)).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(times.brief(nowMs + 864e5, nowMs)).toMatch(/^23 Nov 2026/);
});

test('short times are told in UTC to those who read UTC', () => {
  const ms = Date.UTC(2026, 10, 22, 23, 59, 1);
  const utc = createTimes('en', () => true);
  expect(utc.clock(ms)).toBe('23:59:01');
  expect(utc.brief(ms, ms + 500)).toBe('23:59:01');
  expect(utc.brief(ms, ms + 86_400_000)).toContain('Nov 22');
});
