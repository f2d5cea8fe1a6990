import { computed, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createSummaries } from '../../../src/ui/model/summaries';
import { createTokens } from '../../../src/ui/model/tokens';
import { signHs256 } from '../../preview/signing';
import { exchangeWith } from '../../preview/surroundings';

const plain = await signHs256({ username: 'john_doe' }, 'secret');
const bigNumber = await signHs256('{"user_id":12345678901234567890}', 'secret');

const logOf = (...tokens: string[]) => ({
  exchanges: tokens.map((token) => exchangeWith(token)),
  coverage: [],
});

test('most tokens are read at once, and without the lossless reader', () => {
  const summaries = createSummaries(() => Promise.reject(new Error('not to be asked for')));
  expect(computed(() => summaries.of(plain)).value.who).toBe('john_doe');
});

test('a number that JSON.parse would round waits for the lossless reader and keeps its digits', async () => {
  const tokens = createTokens(signal(logOf(bigNumber, plain)));
  const names = () => tokens.value.map(({ summary }) => summary.who);
  expect(names()).toEqual(['john_doe', undefined]);
  await expect.poll(names).toEqual(['john_doe', '12345678901234567890']);
});

test('the lossless reader is fetched once, and each token read once', async () => {
  const read: string[] = [];
  let fetched = 0;
  const summaries = createSummaries(async () => {
    fetched += 1;
    return (text) => {
      read.push(text);
      return { valid: true, timeNotes: [] };
    };
  });
  const log = signal(logOf(bigNumber));
  const tokens = createTokens(log, summaries);
  expect(tokens.value).toHaveLength(1);
  log.value = logOf(bigNumber, bigNumber);
  expect(tokens.value).toHaveLength(1);
  await expect.poll(() => tokens.value[0]?.summary.valid).toBe(true);
  log.value = logOf(bigNumber);
  expect(tokens.value).toHaveLength(1);
  expect([fetched, read]).toEqual([1, [bigNumber]]);
});
