// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { version } from '../../../package.json';
import messages from '../../../src/_locales/en/messages.json';
import { signHs256 } from '../../preview/signing';
import { exchangeWith } from '../../preview/surroundings';
import { closeWindows, openWindow, windowNames } from '../windows';

const token = await signHs256({ sub: 'john' }, 'a secret');
const welcome = { name: 'New to Claimscope?' };

afterEach(closeWindows);

test.each(windowNames)('the %s welcomes who is new, once and for all', async (name) => {
  const surroundings = await openWindow(name, { isNew: true });
  const region = await screen.findByRole('region', welcome);
  expect(region.textContent).toContain('Nothing leaves your browser');
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByRole('region', welcome)).toBeNull());
  expect(surroundings.settings.value.welcomed).toBe(true);
});

test.each(windowNames)('in the %s a captured token is not pushed away by it', async (name) => {
  await openWindow(name, { isNew: true, exchanges: [exchangeWith(token)] });
  const region = await screen.findByRole('region', welcome);
  expect(region.textContent).not.toContain('Nothing leaves your browser');
  fireEvent.click(screen.getByRole('button', { name: 'Show me' }));
  expect(region.textContent).toContain('Nothing leaves your browser');
});

test('it offers the one click that allows the site, where that is what lacks', async () => {
  const surroundings = await openWindow('panel', {
    isNew: true,
    coverage: [{ code: 'no-permission', mend: 'allowSite' }],
  });
  const region = await screen.findByRole('region', welcome);
  fireEvent.click(region.querySelector('.is-first') as Element);
  expect(surroundings.asked).toEqual(['mend allowSite']);
});

test('its example is a token that verifies', async () => {
  await openWindow('popup', { isNew: true });
  fireEvent.click(await screen.findByRole('button', { name: 'Try an example' }));
  expect(await screen.findByRole('heading', { name: 'ada' })).toBeTruthy();
  expect(await screen.findByText('Verified')).toBeTruthy();
});

test('what is new is told after an update, until it is put away', async () => {
  const surroundings = await openWindow('panel', { news: version });
  expect(await screen.findByText(`Updated to ${version}.`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(`Updated to ${version}.`)).toBeNull());
  expect((await surroundings.news()).value).toEqual({});
});

test('this version has its words about what is new', () => {
  expect(Object.keys(messages)).toContain(`news_${version.replaceAll('.', '_')}`);
});
