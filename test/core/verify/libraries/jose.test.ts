import { errors } from 'jose';
import { expect, test } from 'vitest';
import { nameOf } from '../../../../src/core/verify/libraries/jose';

const classes = Object.entries(errors).filter(([name]) => !/^(JWE|JWKS)/.test(name));

/** As in a built program, where classes have lost their names. */
function shortened(code: string): Error {
  const error = Object.assign(new Error('m'), { code });
  error.name = 'a';
  return error;
}

test.each(classes)('%s keeps its name in a built program', (name, { code }) => {
  expect(nameOf(shortened(code))).toBe(name);
});

test('an error that is not of jose keeps its own name', () => {
  expect(nameOf(new TypeError('m'))).toBe('TypeError');
});
