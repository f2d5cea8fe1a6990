import { describe, expect, it } from 'vitest';
import { tasks } from '../../../src/core/tasks';
import { boundedReading } from '../../../src/core/token/bounded';
import { readingOf } from '../../../src/core/token/reading';
import { type Part, partOf } from '../../../src/core/token/token';
import { nestedToken, sdJwt } from '../../preview/forms';
import { signHs256 } from '../../preview/signing';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const compact = (payload: string) => `${encode('{"alg":"HS256"}')}.${encode(payload)}.AAAA`;
const payloadOf = (payload: string): Part | undefined =>
  partOf(boundedReading(readingOf(compact(payload))).layers[0], 'payload');

describe('a bounded reading', () => {
  it('is the whole reading where that is small', async () => {
    const reading = readingOf(await nestedToken('secret'));
    expect(boundedReading(reading)).toEqual(reading);
  });

  it('keeps the first members, and those that are known wherever they stand', () => {
    const claims = Array.from({ length: 5_000 }, (_, at) => `"claim ${at}":${at}`);
    const payload = `{${claims.join()},"exp":17,"username":"joe","other":1}`;
    const part = payloadOf(payload);
    const members = part?.json?.type === 'object' ? part.json.members : [];
    expect(members).toHaveLength(2_002);
    expect(members.slice(-2).map(({ name }) => name)).toEqual(['exp', 'username']);
    expect(part?.json).toMatchObject({ elided: true });
    expect(part?.text).toBe(payload);
  });

  it('says of a value that lost its content that it did, and of no other', () => {
    const part = payloadOf(`{"small":[1,2],"large":[${'1,'.repeat(5_000)}1]}`);
    const values = part?.json?.type === 'object' ? part.json.members.map(({ value }) => value) : [];
    expect(values).toMatchObject([{ items: [{ value: 1 }, { value: 2 }] }, { items: [], elided: true }]);
    expect(values[0]).not.toHaveProperty('elided');
    expect(part?.json).not.toHaveProperty('elided');
  });
});

describe('the tasks of a worker', () => {
  it('find, read and process as the window itself does', async () => {
    const text = await sdJwt();
    expect(await tasks.find(`a ${text} b`)).toEqual([text]);
    expect(await tasks.read(text)).toEqual(readingOf(text));
    expect((await tasks.processSdJwt(text)).disclosures).toHaveLength(3);
  });

  it('say which key a verdict speaks of', async () => {
    const { readKeys } = await import('../../../src/core/key/readKeys');
    const readings = await Promise.all(['wrong', 'right'].map((secret) => readKeys(secret)));
    const keys = readings.flatMap((reading) => (reading.ok ? reading.keys : []));
    const text = await signHs256({ sub: 'joe' }, 'right');
    expect(await tasks.verify(text, keys)).toMatchObject({ verdict: { state: 'verified' }, keyIndex: 1 });
    expect(await tasks.verify(text, [])).toMatchObject({ verdict: { state: 'no-key' }, keyIndex: -1 });
  });
});
