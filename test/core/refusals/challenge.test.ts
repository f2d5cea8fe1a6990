import { expect, test } from 'vitest';
import { challengesIn } from '../../../src/core/refusals/challenge';

test.each([
  ['Bearer', [{ scheme: 'Bearer', params: {} }]],
  ['Bearer realm="example"', [{ scheme: 'Bearer', params: { realm: 'example' } }]],
  [
    'Bearer realm="a, b", error="invalid_token", error_description="The \\"access\\" token expired"',
    [
      {
        scheme: 'Bearer',
        params: { realm: 'a, b', error: 'invalid_token', error_description: 'The "access" token expired' },
      },
    ],
  ],
  [
    'DPoP error=use_dpop_nonce, Bearer scope="a b"',
    [
      { scheme: 'DPoP', params: { error: 'use_dpop_nonce' } },
      { scheme: 'Bearer', params: { scope: 'a b' } },
    ],
  ],
  [
    'Basic realm="x", Negotiate',
    [
      { scheme: 'Basic', params: { realm: 'x' } },
      { scheme: 'Negotiate', params: {} },
    ],
  ],
  ['', []],
  ['"""', []],
])('the challenges of %s', (value, expected) => {
  expect(challengesIn(value)).toEqual(expected);
});
