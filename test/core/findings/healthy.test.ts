import { expect, it } from 'vitest';
import { isAboveInfo } from '../../../src/core/findings/finding';
import { findingsOf } from '../../../src/core/findings/findings';
import { healthyTokens } from './healthyTokens';
import { context, sent } from './samples';

const tokens = healthyTokens(600);

it('finds nothing above info in 600 ordinary tokens, wherever they were seen', async () => {
  const alarms: string[] = [];
  for (const { shape, text } of tokens) {
    const url = `https://api.shop.example/${/refresh|offline/i.test(shape) ? 'token' : 'x'}`;
    const traffic = sent(text, { initiator: 'https://shop.example', url });
    for (const exchanges of [[], [traffic]]) {
      const found = await findingsOf(text, context({ exchanges }));
      alarms.push(
        ...found.filter(isAboveInfo).map(({ id, values }) => `${shape}: ${id} ${values.join(' ')}`),
      );
    }
  }
  expect([...new Set(alarms)]).toEqual([]);
}, 60_000);

it('finds nothing at all in most of them', async () => {
  const found = await Promise.all(tokens.map(({ text }) => findingsOf(text, context())));
  expect(found.filter((each) => each.length === 0).length).toBeGreaterThan(tokens.length / 2);
}, 60_000);

it('leaves a real fault in the same tokens no place to hide', async () => {
  for (const { text } of tokens.filter(({ text }) => text.split('.').length === 3).slice(0, 60)) {
    const [, payload] = text.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect((await findingsOf(unsigned, context())).map(({ id }) => id)).toContain('alg-none');
  }
});
