import { expect, test, vi } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';
import { verifySignature } from '../../../src/core/verify/verify';
import { verifyText } from '../../../src/core/verify/verifyText';
import { forgeries } from './forgeries';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

const all = forgeries();

test('there are many of them, each with a name of its own', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(200);
});

test.each(all.map((each) => [each.name, each] as const))(
  'never verifies: %s',
  async (_name, { token, key }) => {
    const reading = readKeys(key);
    const keys = reading.ok ? reading.keys : [];
    expect((await verifySignature(readToken(token), keys)).state).not.toBe('verified');
    expect((await verifyText(token, keys)).state).not.toBe('verified');
  },
);
