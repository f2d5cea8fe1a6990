// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { signHs256 } from '../preview/signing';
import { closeWindows, openWindow, windowNames } from './windows';

const secret = 'a secret that is long enough for HS256';
const token = await signHs256({ sub: 'john_doe' }, secret);

afterEach(closeWindows);

describe.each(windowNames)('the doctor in the %s', (name) => {
  test('names the reading of the secret that fits, and does it', async () => {
    const surroundings = await openWindow(name, { paste: token, key: btoa(secret) });
    surroundings.draft.value = { ...surroundings.draft.value, encoding: 'text' };
    expect(await screen.findByText(/The secret fits when it is read as base64/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read it as base64' }));
    await waitFor(() => expect(screen.getByText('HS256, secret read as base64')).toBeTruthy());
    expect(screen.queryByText(/The secret fits/)).toBeNull();
  });

  test('names quotation marks that came along', async () => {
    await openWindow(name, { paste: token, key: `"${secret}"` });
    expect(await screen.findByText(/fits without its quotation marks/)).toBeTruthy();
  });

  test('lists what was tried when nothing explains it', async () => {
    await openWindow(name, { paste: token, key: 'quite another secret' });
    expect(await screen.findByText(/None of the usual mix-ups explains it/)).toBeTruthy();
    expect(screen.getByText('What was tried')).toBeTruthy();
    expect(screen.getByText(/^the secret in every encoding/)).toBeTruthy();
  });

  test('looks at kept keys too, names the one that is the matter, and mends it', async () => {
    const keyring = [
      { name: 'other', text: 'quite another secret' },
      { name: 'flask', text: btoa(secret), encoding: 'text' as const },
    ];
    const surroundings = await openWindow(name, { paste: token, keyring });
    expect(await screen.findByText(/With “flask”: The secret fits when it is read as base64/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read it as base64' }));
    await waitFor(() => expect(screen.getByText('HS256, with “flask”')).toBeTruthy());
    expect(surroundings.keyring.value[1]).toMatchObject({ name: 'flask', encoding: 'base64' });
  });

  test('an answer about another key is dropped', async () => {
    const surroundings = await openWindow(name, { paste: token, key: `"${secret}"` });
    await screen.findByText(/fits without its quotation marks/);
    surroundings.draft.value = { ...surroundings.draft.value, key: 'quite another secret' };
    await waitFor(() => expect(screen.queryByText(/quotation marks/)).toBeNull());
    expect(await screen.findByText(/None of the usual mix-ups explains it/)).toBeTruthy();
  });
});
