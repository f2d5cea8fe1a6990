import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTokens } from '../../../src/core/token/find';
import { mayHoldToken } from '../../../src/core/traffic/cheapTest';

const part = (text: string) => Buffer.from(text).toString('base64url');
const header = fc.constantFrom(
  '{"alg":""}',
  '{"alg":"HS256"}',
  ' {"alg":"none"}',
  '{"alg":"RS256","kid":"ÿ"}',
);
const token = fc
  .tuple(header, fc.json(), fc.uint8Array({ maxLength: 40 }))
  .map(([head, body, signature]) =>
    [part(head), part(body), Buffer.from(signature).toString('base64url')].join('.'),
  );
const escaping = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replaceAll('.', '%2E'),
  (text) => text.replaceAll('.', '%252e'),
  (text) => text.replaceAll('.', '\\u002e'),
  (text) => text.replaceAll('.', '&#46;'),
);
const around = fc.string({
  unit: fc.constantFrom('.', ' ', 'a', '=', '"', '%', '{', 'Bearer ', '\n'),
  maxLength: 30,
});

test('the cheap test never says no where a token can be found', () => {
  fc.assert(
    fc.property(around, token, escaping, around, (before, text, escaped, after) => {
      const whole = before + escaped(text) + after;
      expect(mayHoldToken(whole) || findTokens(whole).length === 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a token in JSON serialization is let through', () => {
  const json = `{"payload":"${part('{}')}","signatures":[{"protected":"${part('{"alg":"HS256"}')}","signature":"c2ln"}]}`;
  expect(findTokens(json)).toHaveLength(1);
  expect(mayHoldToken(json)).toBe(true);
});

test.each([
  'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'https://www.example.com/index.html?page=2',
  '"Chromium";v="140", "Not=A?Brand";v="24.0.0.0"',
  'Sun, 22 Nov 2026 05:49:38 GMT',
  'gzip, deflate, br, zstd',
])('of a header of everyday traffic it says no: %s', (value) => {
  expect(mayHoldToken(value)).toBe(false);
});
