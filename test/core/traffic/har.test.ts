import { expect, test } from 'vitest';
import { factsOf, type HarEntry } from '../../../src/core/traffic/har';
import { issue } from '../../e2e/truthServer';

const entry: HarEntry = {
  startedDateTime: '2026-11-22T05:49:38.000Z',
  time: 3_100,
  timings: { _blocked_queueing: 2_900.4 },
  request: {
    method: 'GET',
    url: 'http://localhost:5000/a#b',
    headers: [{ name: 'Authorization', value: issue({ user_id: 1 }) }],
  },
  response: { status: 200 },
};
const startMs = Date.parse(entry.startedDateTime);
const observer = { source: 'd', n: 0, tabId: 1 };
const times = (one: HarEntry, live?: boolean) =>
  factsOf(one, { ...observer, ...(live && { live }) }).map(({ atMs }) => atMs - startMs);

test('beside another feed a request starts when it leaves its queue; in a file when it was made', () => {
  expect(times(entry, true)).toEqual([2_900, 3_100]);
  expect(times(entry)).toEqual([0, 3_100]);
});

test('a queue of unknown length is none, and no answer comes before the request', () => {
  expect(times({ ...entry, timings: { _blocked_queueing: -1 } }, true)).toEqual([0, 3_100]);
  expect(times({ ...entry, time: 0 }, true)).toEqual([2_900, 2_900]);
});

test('a long body is read where that is asked for', () => {
  const token = issue({ user_id: 2 });
  const bare: HarEntry = { ...entry, request: { ...entry.request, headers: [] } };
  const body = token + ' '.repeat(5_000_000);
  const told = (longest?: number) =>
    factsOf(bare, { ...observer, ...(longest && { longest }) }, body).flatMap(({ captures }) => captures);
  expect(told()).toEqual([]);
  expect(told(Number.POSITIVE_INFINITY)).toMatchObject([{ carrier: { place: 'response-body' }, token }]);
});
