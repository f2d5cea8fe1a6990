// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { signHs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, openWindow } from './windows';

const tokens = await Promise.all(
  Array.from({ length: 300 }, (_, at) => signHs256({ sub: `user ${at}` }, 'a secret')),
);
const exchanges = tokens.map((token) => exchangeWith(token));
const drawn = () => document.querySelectorAll('.row').length;

afterEach(closeWindows);

test('Record is pressed while requests are recorded', async () => {
  const surroundings = await openWindow('panel');
  fireEvent.click(screen.getByRole('button', { name: 'Record', pressed: true }));
  expect(surroundings.recording.value).toBe(false);
  expect(screen.getByRole('button', { name: 'Record', pressed: false })).toBeTruthy();
});

test('Filter narrows the list, the count says so, and an empty list says why', async () => {
  await openWindow('panel', { exchanges: exchanges.slice(0, 10) });
  expect(screen.getByText('10 tokens')).toBeTruthy();
  const filter = screen.getByRole('combobox', { name: 'Filter' });
  fireEvent.input(filter, { target: { value: 'user 8' } });
  expect(drawn()).toBe(1);
  expect(screen.getByText('1 of 10 tokens')).toBeTruthy();
  fireEvent.input(filter, { target: { value: 'nobody' } });
  expect(drawn()).toBe(0);
  expect(screen.getByText('No token matches the filter.')).toBeTruthy();
});

test('of many rows only those in sight are drawn, and the grid tells how many there are', async () => {
  await openWindow('panel', { exchanges });
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('301');
  expect(drawn()).toBeLessThan(60);
  const grid = screen.getByRole('grid');
  grid.scrollTop = 24 * 200;
  fireEvent.scroll(grid);
  expect(document.querySelector('.row .who')?.textContent).not.toBe('user 299');
  expect(drawn()).toBeLessThan(60);
});

test('a token that comes on top moves no row of a short list away under the pointer', async () => {
  const surroundings = await openWindow('panel', { exchanges: exchanges.slice(0, 3) });
  const grid = screen.getByRole('grid');
  // As a browser lays it out: as high as its rows, if it is not told otherwise.
  const high = () => 25 + 24 * drawn();
  const shown = () => Number.parseInt(grid.style.height || `${high()}`, 10);
  Object.defineProperty(grid, 'matches', { value: (selector: string) => selector === ':hover' });
  Object.defineProperty(grid, 'scrollHeight', { get: high });
  for (const name of ['clientHeight', 'offsetHeight']) Object.defineProperty(grid, name, { get: shown });
  act(() => {
    surroundings.log.value = { ...surroundings.log.value, exchanges: exchanges.slice(0, 4) };
  });
  await waitFor(() => expect(drawn()).toBe(4));
  expect([grid.scrollTop, shown()]).toEqual([24, 25 + 24 * 3]);
  fireEvent.pointerLeave(grid);
  expect(shown()).toBe(25 + 24 * 4);
});

test('the border between the panes moves with the arrow keys, and not too far', async () => {
  await openWindow('panel');
  const border = screen.getByRole('separator', { name: 'Border between the list and the token' });
  const share = () => Number(border.getAttribute('aria-valuenow'));
  const before = share();
  fireEvent.keyDown(border, { key: 'ArrowRight' });
  expect(share()).toBeGreaterThan(before);
  for (let press = 0; press < 60; press++) fireEvent.keyDown(border, { key: 'ArrowLeft' });
  expect(share()).toBe(20);
  fireEvent.keyDown(border, { key: 'End' });
  expect(share()).toBe(75);
  fireEvent.keyDown(border, { key: 'Home' });
  expect(share()).toBe(20);
});

test('the border folds the list away and back, and stands in every window where it was left', async () => {
  const surroundings = await openWindow('panel');
  const border = screen.getByRole('separator');
  const share = () => Number(border.getAttribute('aria-valuenow'));
  const before = share();
  fireEvent.keyDown(border, { key: 'ArrowRight' });
  expect(surroundings.settings.value.split).toBe(before + 2);
  fireEvent.keyDown(border, { key: 'Enter' });
  expect(share()).toBe(0);
  fireEvent.keyDown(border, { key: 'Enter' });
  expect(share()).toBe(before + 2);
  act(() => {
    surroundings.settings.value = { ...surroundings.settings.value, split: 30 };
  });
  expect(share()).toBe(30);
  fireEvent.keyDown(border, { key: 'ArrowLeft', altKey: true });
  expect(share()).toBe(30);
});

test('the requests of a token are listed, newest first, and an uncertain answer says so', async () => {
  const [token = ''] = tokens;
  await openWindow('panel', {
    exchanges: [
      exchangeWith(token, { url: 'http://127.0.0.1/first', status: 401 }),
      exchangeWith(token, { url: 'http://127.0.0.1/second', answerCertain: false }),
    ],
  });
  const requests = await screen.findByRole('region', { name: 'Requests' });
  const addresses = [...requests.querySelectorAll('.address')].map((cell) => cell.textContent);
  expect(addresses).toEqual(['/second', '/first']);
  expect(requests.textContent).toContain('200, probably');
  expect(requests.textContent).toContain('2 requests');
});
