// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { signHs256 } from '../../preview/signing';
import { closeWindows, openWindow } from '../windows';

const claims = {
  sub: 'anna',
  address: { street: '1 Main Street', geo: { lat: 39.78, list: [1, 2, 3] } },
  long: 'x'.repeat(40),
};
const token = await signHs256(claims, 'a secret');
const many = await signHs256(
  Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`claim${at}`, at])),
  'a secret',
);

afterEach(closeWindows);

const lines = (tree: HTMLElement) =>
  within(tree)
    .getAllByRole('treeitem')
    .map((line) => line.textContent);

test('a nested value is a tree that the keys fold, move through and copy from', async () => {
  const surroundings = await openWindow('panel', { paste: token });
  const tree = await screen.findByRole('tree', { name: 'address' });
  expect(lines(tree)).toEqual([
    '{2}',
    'street: "1 Main Street"',
    'geo: {2}',
    'lat: 39.78',
    'list: [3]',
    '0: 1',
    '1: 2',
    '2: 3',
  ]);
  const press = (key: string) => fireEvent.keyDown(tree, { key });
  press('ArrowDown');
  press('c');
  await waitFor(() => expect(surroundings.asked.at(-1)).toBe('copy "1 Main Street"'));
  press('ArrowDown');
  press('p');
  await waitFor(() => expect(surroundings.asked.at(-1)).toBe('copy $.address.geo'));
  press('ArrowLeft');
  expect(lines(tree)).toEqual(['{2}', 'street: "1 Main Street"', 'geo: {2}']);
  press('ArrowRight');
  press('ArrowRight');
  expect(within(tree).getByRole('treeitem', { selected: true }).textContent).toBe('lat: 39.78');
  press('ArrowLeft');
  press('ArrowLeft');
  press('ArrowLeft');
  press('ArrowLeft');
  expect(lines(tree)).toEqual(['{2}']);
});

test('C and P on a claim copy its value as written and its path', async () => {
  const surroundings = await openWindow('panel', { paste: token });
  const row = (await screen.findByRole('rowheader', { name: 'sub' })).closest('tr');
  if (!row) throw new Error('a claim stands in a row');
  fireEvent.keyDown(row, { key: 'c' });
  await waitFor(() => expect(surroundings.asked.at(-1)).toBe('copy "anna"'));
  fireEvent.keyDown(row, { key: 'p' });
  await waitFor(() => expect(surroundings.asked.at(-1)).toBe('copy $.sub'));
  fireEvent.keyDown(row, { key: 'c', ctrlKey: true });
  await waitFor(() => expect(surroundings.asked.at(-1)).toBe('copy $.sub'));
});

test('many claims can be searched by name and value', async () => {
  await openWindow('panel', { paste: many });
  const payload = await screen.findByRole('table', { name: 'Payload' });
  fireEvent.input(await screen.findByRole('searchbox', { name: 'Search these claims' }), {
    target: { value: 'CLAIM3' },
  });
  expect(
    within(payload)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toHaveLength(11);
  expect(screen.getByText('11 claims found')).toBeTruthy();
});
