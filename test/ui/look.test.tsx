// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { dressDocument } from '../../src/ui/look';
import { signHs256 } from '../preview/signing';
import { exchangeWith, fakeSurroundings, PREVIEW_NOW_MS } from '../preview/surroundings';
import { closeWindows, openSheet, openWindow } from './windows';

const nowSeconds = PREVIEW_NOW_MS / 1_000;
const token = await signHs256({ sub: 'anna', exp: nowSeconds + 3_600 }, 'a secret');

afterEach(closeWindows);

test('a document has its language, and the theme and density that the user wants', () => {
  const surroundings = fakeSurroundings();
  const root = document.createElement('html');
  const undress = dressDocument(root, surroundings);
  expect([root.lang, root.dataset.theme, root.dataset.density]).toEqual(['en', '', '']);
  surroundings.settings.value = { ...surroundings.settings.value, theme: 'dark', density: 'comfortable' };
  expect([root.dataset.theme, root.dataset.density]).toEqual(['dark', 'comfortable']);
  undress();
  surroundings.settings.value = { nearExpirySeconds: 1 };
  expect(root.dataset.theme).toBe('dark');
});

test('moments are shown where the reader is, in UTC, or both', async () => {
  const surroundings = await openWindow('panel', { exchanges: [exchangeWith(token)] });
  const moment = () => document.querySelector('.moment')?.textContent ?? '';
  await waitFor(() => expect(moment()).toContain('UTC'));
  const both = moment().length;
  await openSheet('Settings');
  fireEvent.change(screen.getByRole('combobox', { name: 'Times', hidden: true }), {
    target: { value: 'local' },
  });
  expect(surroundings.settings.value.clock).toBe('local');
  expect(moment()).not.toContain('UTC');
  act(() => {
    surroundings.settings.value = { ...surroundings.settings.value, clock: 'utc' };
  });
  expect(moment()).toContain('UTC');
  expect(moment().length).toBeLessThan(both);
});
