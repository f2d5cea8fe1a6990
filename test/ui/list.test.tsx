// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { signHs256 } from '../preview/signing';
import { exchangeWith, PREVIEW_NOW_MS } from '../preview/surroundings';
import { closeWindows, elapse, openSheet, openWindow } from './windows';

const nowSeconds = PREVIEW_NOW_MS / 1_000;
const token = (sub: string, more: object = {}) => signHs256({ sub, ...more }, 'a secret');
const tokens = {
  anna: await token('anna', { role: 'admin', exp: nowSeconds + 3_600, iat: nowSeconds }),
  bert: await token('bert', { exp: nowSeconds - 10 }),
  carl: await token('carl', { exp: nowSeconds + 30, iat: nowSeconds - 3_600 }),
};
const exchanges = [
  exchangeWith(tokens.anna, { url: 'http://api.test/a' }),
  exchangeWith(tokens.bert, { url: 'http://other.test/b', status: 401 }),
  exchangeWith(tokens.carl, { url: 'http://api.test/c', tabId: 7 }),
];

afterEach(closeWindows);

const who = () => [...document.querySelectorAll('.row .who')].map((cell) => cell.textContent);
const filter = (value: string) =>
  fireEvent.input(screen.getByRole('combobox', { name: 'Filter' }), { target: { value } });

test('a query narrows the list by field', async () => {
  await openWindow('panel', { exchanges });
  expect(who()).toEqual(['carl', 'bert', 'anna']);
  filter('status:401');
  expect(who()).toEqual(['bert']);
  filter('claim.role:admin');
  expect(who()).toEqual(['anna']);
  filter('-origin:api.*');
  expect(who()).toEqual(['bert']);
});

test('what is wrong with a query is said beside it, and its rest still counts', async () => {
  await openWindow('panel', { exchanges });
  filter('algo:HS256 bert');
  expect(who()).toEqual(['bert']);
  const box = screen.getByRole('combobox', { name: 'Filter' });
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('There is no field “algo”. Did you mean “alg”?')).toBeTruthy();
});

test('fields and values are proposed while typing, and taken with the keys', async () => {
  await openWindow('panel', { exchanges });
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Filter' });
  filter('claim.ro');
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('claim.role:');
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(box.value).toBe('claim.role:');
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(box.value).toBe('claim.role:admin ');
  expect(who()).toEqual(['anna']);
  expect(box.getAttribute('aria-expanded')).toBe('false');
});

test('chips count what they would leave, and narrow the list', async () => {
  const surroundings = await openWindow('panel', { exchanges });
  const chip = (name: string) => screen.getByRole('button', { name });
  expect(chip('Expired 1').getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(chip('Expiring 1'));
  expect(who()).toEqual(['carl']);
  fireEvent.click(chip('Refused 1'));
  expect(who()).toEqual(['bert']);
  elapse(surroundings, 40);
  fireEvent.click(chip('Expired 2'));
  expect(who()).toEqual(['carl', 'bert']);
  fireEvent.click(chip('All 3'));
  expect(who()).toHaveLength(3);
});

test('a title sorts upwards, downwards and not at all', async () => {
  await openWindow('panel', { exchanges });
  const title = () => screen.getByRole('columnheader', { name: /Who/ });
  const button = () => within(title()).getByRole('button');
  fireEvent.click(button());
  expect(who()).toEqual(['anna', 'bert', 'carl']);
  expect(title().getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(button());
  expect(who()).toEqual(['carl', 'bert', 'anna']);
  expect(title().getAttribute('aria-sort')).toBe('descending');
  fireEvent.click(button());
  expect(title().hasAttribute('aria-sort')).toBe(false);
});

test('columns are chosen, and the choice is kept', async () => {
  const surroundings = await openWindow('panel', { exchanges });
  await openSheet('List layout');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Status', hidden: true }));
  expect(screen.getByRole('columnheader', { name: /Status/ })).toBeTruthy();
  expect(surroundings.settings.value.list?.columns).toContain('status');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Alg', hidden: true }));
  expect(screen.queryByRole('columnheader', { name: /^Alg/ })).toBeNull();
});

test('Alt with an arrow key widens a column', async () => {
  const surroundings = await openWindow('panel', { exchanges });
  const button = within(screen.getByRole('columnheader', { name: /Who/ })).getByRole('button');
  fireEvent.keyDown(button, { key: 'ArrowRight', altKey: true });
  expect(surroundings.settings.value.list?.widths?.who).toBeGreaterThan(0);
});

test('grouped by host, the rows stand under headings that the keys close and open', async () => {
  await openWindow('panel', { exchanges });
  await openSheet('List layout');
  fireEvent.click(screen.getByRole('radio', { name: 'Host', hidden: true }));
  const grid = screen.getByRole('treegrid');
  const headings = () => [...document.querySelectorAll('.heading')].map((one) => one.textContent?.trim());
  expect(headings()).toEqual(['api.test 2', 'other.test 1']);
  expect(who()).toEqual(['carl', 'anna', 'bert']);
  fireEvent.keyDown(grid, { key: 'Home' });
  expect(grid.getAttribute('aria-activedescendant')).toBe(document.querySelector('.heading')?.id);
  fireEvent.keyDown(grid, { key: 'ArrowLeft' });
  expect(who()).toEqual(['bert']);
  fireEvent.keyDown(grid, { key: 'ArrowRight' });
  expect(who()).toHaveLength(3);
});

test('several rows are picked with Ctrl and Shift, copied, and let go', async () => {
  const surroundings = await openWindow('panel', { exchanges });
  const row = (at: number) => document.querySelectorAll('.row')[at] as HTMLElement;
  fireEvent.click(row(0));
  fireEvent.click(row(2), { ctrlKey: true });
  expect(screen.getByText('2 tokens picked')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Copy all' }));
  expect(surroundings.asked).toContain(`copy ${tokens.carl}\n${tokens.anna}`);
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Escape' });
  expect(screen.queryByText('2 tokens picked')).toBeNull();
  fireEvent.click(row(0));
  fireEvent.click(row(2), { shiftKey: true });
  expect(screen.getByText('3 tokens picked')).toBeTruthy();
});

test('the newest token is shown as it comes where the user wants so', async () => {
  const surroundings = await openWindow('panel', { exchanges, selected: tokens.anna });
  await openSheet('List layout');
  fireEvent.click(screen.getByRole('checkbox', { name: /newest token/, hidden: true }));
  const dora = await token('dora');
  act(() => {
    surroundings.log.value = { ...surroundings.log.value, exchanges: [...exchanges, exchangeWith(dora)] };
  });
  expect(surroundings.draft.value.selected).toBe(dora);
});

test('? opens the sheet of keys and / leads to the filter, but not while text is typed', async () => {
  await openWindow('panel', { exchanges });
  const sheet = screen.getByRole('dialog', { name: 'Help', hidden: true });
  const opened: string[] = [];
  sheet.togglePopover = () => opened.push('sheet') > 0;
  fireEvent.keyDown(screen.getByRole('grid'), { key: '?' });
  expect(opened).toEqual(['sheet']);
  fireEvent.keyDown(screen.getByRole('grid'), { key: '/' });
  const box = screen.getByRole('combobox', { name: 'Filter' });
  expect(document.activeElement).toBe(box);
  fireEvent.keyDown(box, { key: '?' });
  fireEvent.keyDown(screen.getByRole('grid'), { key: '?', ctrlKey: true });
  expect(opened).toEqual(['sheet']);
});
