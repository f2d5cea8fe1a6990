import { expect, it } from 'vitest';
import { type ImportMessage, importFile } from '../../../src/core/importFile';

const entry = JSON.stringify({
  startedDateTime: '2026-11-22T05:49:38.123Z',
  request: { method: 'GET', url: 'https://a.test/', headers: [] },
  response: { status: 401, headers: [] },
});

it('a file is read piece by piece, and every piece is told of', async () => {
  const padding = ' '.repeat(5_000_000);
  const told: ImportMessage[] = [];
  const file = new Blob([`{"log":{"entries":[${entry},${padding}${entry}]}}`]);
  await importFile(file, (message) => told.push(message));
  const progress = told.flatMap((message) => ('progress' in message ? message.progress : []));
  expect(progress).toEqual([
    { read: 4_000_000, entries: 1 },
    { read: file.size, entries: 2 },
  ]);
  expect(told.at(-1)).toMatchObject({ imported: { entries: 2, faults: [], wire: { exchanges: [{}, {}] } } });
});

it('a file that cannot be read is told of', async () => {
  const told: ImportMessage[] = [];
  const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
  await importFile(gone as unknown as Blob, (message) => told.push(message));
  expect(told).toEqual([{ unreadable: true }]);
});
