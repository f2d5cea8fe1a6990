import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createTally } from '../../../src/ui/findings/tally';
import type { Model } from '../../../src/ui/model/model';
import type { TokenRow } from '../../../src/ui/model/tokens';

const row = (text: string, requests = 1) =>
  ({ text, requests, exchange: { status: 200 }, capture: {} }) as unknown as TokenRow;

function listOf(...texts: readonly string[]) {
  const verdict = signal<{ state: string } | undefined>(undefined);
  const tokens = signal(texts.map((text) => row(text)));
  const model = {
    tokens,
    verdicts: { of: () => verdict },
    surroundings: { settings: signal({ nearExpirySeconds: 300 }) },
  } as unknown as Model;
  return { tokens, model, verdict };
}

test('counts each token of the list, and again only one that was sent again', async () => {
  vi.useFakeTimers();
  const { tokens, model } = listOf('a', 'b');
  const asked: string[] = [];
  const tally = createTally(model, async ({ text }) => {
    asked.push(text);
    return text === 'a' ? 2 : 0;
  });
  await vi.runAllTimersAsync();
  expect([tally.of('a'), tally.of('b')]).toEqual([2, 0]);
  tokens.value = [row('a', 2), row('b')];
  await vi.runAllTimersAsync();
  expect(asked).toEqual(['a', 'b', 'a']);
  tally.dispose();
  tokens.value = [row('c')];
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(3);
  vi.useRealTimers();
});

test('counts anew when a verdict comes', async () => {
  vi.useFakeTimers();
  const { model, verdict } = listOf('a');
  const tally = createTally(model, async () => (verdict.value ? 1 : 0));
  await vi.runAllTimersAsync();
  expect(tally.of('a')).toBe(0);
  verdict.value = { state: 'verified' };
  await vi.runAllTimersAsync();
  expect(tally.of('a')).toBe(1);
  tally.dispose();
  vi.useRealTimers();
});

test('knows nothing of a token that it has not looked at', () => {
  const { model } = listOf();
  const tally = createTally(model, async () => 1);
  expect(tally.of('a')).toBeUndefined();
  tally.dispose();
});
