import { expect, test } from 'vitest';
import { sceneOf, troublesOf } from '../../../src/core/refusals/troubles';
import { dayOfTraffic } from './day';

test('a day of traffic yields what was planted in it, and nothing else', () => {
  const { exchanges, planted } = dayOfTraffic();
  const found = troublesOf(sceneOf(exchanges));
  expect(found.map(({ code, atMs }) => ({ code, atMs }))).toEqual(planted);
  const told = Object.fromEntries(found.map(({ code, values }) => [code, values]));
  expect(told['refresh-race']).toEqual(['2', '2']);
  expect(Math.abs(Number(told['clock-off']?.[0]) - 90)).toBeLessThanOrEqual(1);
  expect(told['zone-shift']?.slice(0, 2)).toEqual(['-18000', expect.stringContaining('America/New_York')]);
  expect(told['family-revoked']).toEqual(['20']);
});
