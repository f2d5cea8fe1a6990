import { expect, test } from 'vitest';
import { stepToItem, stepToMember } from '../../../src/core/token/jsonPath';

// RFC 9535 sections 2.3.1.1 and 2.5.1.1
test.each([
  ['sub', '.sub'],
  ['_a1', '._a1'],
  ['', '[""]'],
  ['1st', '["1st"]'],
  ['$type', '["$type"]'],
  ['a b', '["a b"]'],
  ["e's", '["e\'s"]'],
  ['a"b\\c', '["a\\"b\\\\c"]'],
  ['line\nend', '["line\\nend"]'],
])('the step to %j is %s', (name, step) => {
  expect(stepToMember(name)).toBe(step);
});

test('the step to an item', () => {
  expect(stepToItem(3)).toBe('[3]');
});
