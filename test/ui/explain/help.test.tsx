// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { algorithmTerms } from '../../../src/ui/explain/algorithmTerms';
import { termCodes } from '../../../src/ui/explain/terms';
import { closeWindows, openWindow } from '../windows';

afterEach(closeWindows);

/** As the browser does when the button is pressed. */
async function helpSheet() {
  const sheet = await screen.findByRole('dialog', { name: 'Help', hidden: true });
  fireEvent(sheet, Object.assign(new Event('toggle'), { newState: 'open' }));
  await within(sheet).findByRole('heading', { name: 'Words', hidden: true });
  return within(sheet);
}

// window, whether it closes when another opens -> whether the keys of the list are told
test.each([
  ['popup', true, false],
  ['panel', false, true],
] as const)('help in the %s tells its keys and every word', async (name, fleeting, wide) => {
  await openWindow(name, { fleeting });
  const sheet = await helpSheet();
  expect(sheet.queryByText('Go to the filter') !== null).toBe(wide);
  expect(sheet.getByText('On a claim: explain it')).toBeTruthy();
  expect(document.querySelectorAll('.words summary')).toHaveLength(termCodes.length + algorithmTerms.length);
});

test('help shows the introduction again', async () => {
  await openWindow('panel');
  const sheet = await helpSheet();
  expect(screen.queryByText('New to Claimscope?')).toBeNull();
  fireEvent.click(sheet.getByText('Show the introduction again'));
  expect(await screen.findByText('New to Claimscope?')).toBeTruthy();
});
