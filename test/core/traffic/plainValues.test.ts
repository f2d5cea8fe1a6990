import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTokens } from '../../../src/core/token/find';
import { inRequestHeaders } from '../../../src/core/traffic/carriers';
import { isKnownPlain, markOf, rememberPlain } from '../../../src/core/traffic/plainValues';

const isRemembered = (value: string) => {
  const mark = markOf(value);
  if (isKnownPlain(value, mark)) return true;
  rememberPlain(value, mark);
  return false;
};

test('what comes again is remembered from the second time on, two dates of one answer side by side', () => {
  const dates = ['Sun, 22 Nov 2026 05:49:38 GMT', 'Sat, 10 Oct 2026 17:01:12 GMT'];
  expect(dates.map(isRemembered)).toEqual([false, false]);
  expect(dates.map(isRemembered)).toEqual([false, false]);
  expect(dates.map(isRemembered)).toEqual([true, true]);
});

const token = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.e30.${'s'.repeat(43)}`;
const value = fc.oneof(
  fc.constantFrom(token, `Bearer ${token}`, token.replaceAll('.', '%2E'), token.replaceAll('.', '~')),
  fc.string({ unit: fc.constantFrom('a', '.', '9', ' ', token.slice(0, 20)), minLength: 14, maxLength: 40 }),
);

test('however often values come and in whatever order, a header is found to hold what it holds', () => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 40 }),
      (values, order) => {
        for (const at of order) {
          const text = values[at];
          if (text === undefined) continue;
          const found = inRequestHeaders([{ name: 'x-any', value: text }]).map((capture) => capture.token);
          const { span } = findTokens(text)[0] ?? {};
          expect(found[0]).toBe(span && text.slice(span.start, span.end));
        }
      },
    ),
  );
});
