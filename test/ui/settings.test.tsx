// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { dressDocument } from '../../src/ui/look';
import { signHs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, openWindow, windowNames } from './windows';

const token = await signHs256({ sub: 'john' }, 'a secret');

afterEach(closeWindows);

/** As the browser does when the button is pressed. */
async function settingsOf() {
  const sheet = screen.getByRole('dialog', { name: 'Settings', hidden: true });
  fireEvent(sheet, Object.assign(new Event('toggle'), { newState: 'open' }));
  await within(sheet).findByRole('heading', { name: 'Settings', hidden: true });
  return within(sheet);
}

test.each(windowNames)('the settings of the %s have everything in one place', async (name) => {
  await openWindow(name, { keyring: [{ name: 'flask', text: 'a secret' }] });
  const sheet = await settingsOf();
  const labels = [
    'Call a token expiring in its last',
    'Times',
    'Theme',
    'Rows',
    'Keep them when a tab goes to another page',
    'Forget them when their tab is closed',
    'Screen share',
    'Try well-known secrets',
    /^Notify me/,
    /^On the toolbar button/,
  ];
  for (const label of labels) expect(sheet.getByLabelText(label)).toBeTruthy();
  expect(sheet.getByRole('group', { name: 'Muted findings', hidden: true }).textContent).toContain('None');
  expect(await sheet.findByDisplayValue('flask')).toBeTruthy();
});

test('a muted finding is heard again', async () => {
  const surroundings = await openWindow('panel', {
    exchanges: [exchangeWith(token)],
    mutedFindings: [{ rule: 'no-expiry' }, { rule: 'no-expiry', origin: 'http://127.0.0.1:5000' }],
  });
  const sheet = await settingsOf();
  const [first] = sheet.getAllByRole('button', { name: /^Unmute/, hidden: true });
  fireEvent.click(first as Element);
  expect(surroundings.settings.value.mutedFindings).toEqual([
    { rule: 'no-expiry', origin: 'http://127.0.0.1:5000' },
  ]);
});

test('what another window sets is followed at once', async () => {
  const surroundings = await openWindow('panel', { exchanges: [exchangeWith(token)] });
  const undress = dressDocument(document.documentElement, surroundings);
  act(() => {
    surroundings.settings.value = {
      ...surroundings.settings.value,
      theme: 'dark',
      density: 'comfortable',
      screenShare: true,
    };
  });
  const { theme, density } = document.documentElement.dataset;
  expect([theme, density]).toEqual(['dark', 'comfortable']);
  expect(document.documentElement.hasAttribute('data-screen-share')).toBe(true);
  undress();
});
