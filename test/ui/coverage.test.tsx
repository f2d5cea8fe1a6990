// @vitest-environment happy-dom
import '../../src/ui/frame/Limits';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { states } from '../preview/states';
import { closeWindows, openWindow, windowNames } from './windows';

afterEach(() => {
  closeWindows();
  cleanup();
});

test.each(windowNames)('the %s tells on request what is not seen, and looks where it can', async (name) => {
  const surroundings = await openWindow(name, await states['not-seen']?.());
  const summary = screen.getByText('What is not seen here');
  expect(screen.queryByText('IndexedDB is not read.')).toBeNull();
  const details = summary.closest('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByText('IndexedDB is not read.');
  expect(details.textContent).toContain('Captured from DevTools since');
  fireEvent.click(screen.getByRole('button', { name: "Read this page's storage" }));
  await screen.findByText('Tokens found: 2.');
  fireEvent.click(screen.getAllByRole('button', { name: 'Allow this site' })[0] as HTMLElement);
  expect(surroundings.asked).toContain('mend allowSite');
});

test.each(windowNames)(
  'the %s shows an opaque token as what it is, with the request that brought it',
  async (name) => {
    await openWindow(name, await states['not-seen']?.());
    expect(screen.getAllByText('opaque refresh token').length).toBeGreaterThan(0);
    await screen.findByText(/Only its issuer can tell/);
    expect(screen.queryByRole('region', { name: 'Payload' })).toBeNull();
    expect(document.body.textContent).toContain('/oauth/token');
  },
);

// coverage -> why the list is empty
test.each([
  ['no-permission', 'may not see this site'],
  ['devtools-late', 'loaded before DevTools opened'],
  ['hidden-site', 'can be captured on this site'],
  ['others-unseen', 'sends to sites that are not allowed is not seen'],
  ['', 'the tokens that it sends appear here'],
])('an empty list says why: %s', async (code, expected) => {
  await openWindow('popup', { coverage: code === '' ? [] : [{ code }] });
  await screen.findByText(new RegExp(expected));
});
