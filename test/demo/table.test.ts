import { expect, test } from 'vitest';
import { tableText } from '../../demo/table';

test('columns are as wide as their widest cell, and lines end without blanks', () => {
  const rows = [
    ['Who', 'Alg'],
    ['john_doe', 'HS256'],
    ['anna', ''],
  ];
  expect(tableText(rows).split('\n')).toEqual([
    'Who        Alg',
    '--------   -----',
    'john_doe   HS256',
    'anna',
  ]);
});
