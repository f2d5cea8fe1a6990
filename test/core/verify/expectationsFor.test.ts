import { expect, test } from 'vitest';
import { everywhere, expectationsFor, withExpectation } from '../../../src/core/verify/expectationsFor';

const kept = {
  [everywhere]: { issuers: ['all'], leewaySeconds: 5 },
  'https://a.example': { issuers: ['a'] },
};

test.each([
  [undefined, { issuers: ['all'], leewaySeconds: 5 }],
  ['https://b.example', { issuers: ['all'], leewaySeconds: 5 }],
  ['https://a.example', { issuers: ['a'], leewaySeconds: 5 }],
])('what is set for an origin goes before what is set for all: %s', (origin, expected) => {
  expect(expectationsFor(kept, origin)).toEqual(expected);
});

test('an expectation is set and taken away without touching another', () => {
  const more = withExpectation(kept, 'https://a.example', 'subject', 'me');
  expect(more).toEqual({ ...kept, 'https://a.example': { issuers: ['a'], subject: 'me' } });
  const less = withExpectation(kept, 'https://a.example', 'issuers', undefined);
  expect(less).toEqual({ [everywhere]: kept[everywhere] });
  expect(withExpectation({}, everywhere, 'required', ['sub'])).toEqual({ '*': { required: ['sub'] } });
});
