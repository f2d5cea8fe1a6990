import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, readSigned, writeNumber, writeSigned } from '../../../src/core/traffic/digits';

const natural = fc.oneof(fc.nat({ max: 3_000 }), fc.integer({ min: 0, max: 2 ** 50 }));
const signed = fc.oneof(
  fc.integer({ min: -3_000, max: 3_000 }),
  fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
);

test('numbers written one behind the other are read back, and need no separator', () => {
  fc.assert(
    fc.property(fc.array(natural), fc.array(signed), (naturals, integers) => {
      const text = naturals.map(writeNumber).join('') + integers.map(writeSigned).join('');
      const cursor = { text, at: 0 };
      expect(naturals.map(() => readNumber(cursor))).toEqual(naturals);
      expect(integers.map(() => readSigned(cursor))).toEqual(integers);
      expect(cursor.at).toBe(text.length);
      expect(text).toMatch(/^[!-~]*$/);
      expect(text).not.toMatch(/[!"\\=@~]/);
    }),
  );
});

test.each([
  [0, 1],
  [43, 1],
  [44, 2],
  [1_935, 2],
  [1_936, 3],
])('%d takes %d characters', (value, length) => {
  expect(writeNumber(value)).toHaveLength(length);
});

test('a number that breaks off is refused', () => {
  expect(() => readNumber({ text: writeNumber(5_000).slice(0, 2), at: 0 })).toThrow('breaks off');
});
