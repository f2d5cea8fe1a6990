import { expect, test } from 'vitest';
import { moveTo } from '../../src/ui/list/moves';

const press = (key: string, more = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more }) as KeyboardEvent;

test.each([
  // key, from, of, to
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 0],
  ['PageDown', 0, 30, 10],
  ['PageUp', 4, 30, 0],
  ['Home', 20, 30, 0],
  ['End', 0, 30, 29],
  ['a', 0, 30, -1],
] as const)('%s from row %i of %i leads to %i', (key, from, rows, to) => {
  expect(moveTo(press(key), from, rows)).toBe(to);
});

test('keys of the browser are left alone', () => {
  expect(moveTo(press('ArrowDown', { ctrlKey: true }), 0, 3)).toBe(-1);
});
