// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { signHs256, signRs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, openWindow, windowNames } from './windows';

const secret = 'a secret that is long enough for HS256';
const john = await signHs256({ username: 'john_doe' }, secret);
const jane = await signHs256({ username: 'jane_doe' }, 'the other secret');
const service = await signRs256({ sub: 'service' }, 'the-kid');
const exchanges = [john, jane, service.token].map((token) => exchangeWith(token));

const verdict = () => within(screen.getByRole('region', { name: 'Verdict' }));
const status = () => verdict().getByRole('status').textContent;
const marks = () =>
  [...document.querySelectorAll('[role=row] .mark .unseen')]
    .map((mark) => mark.textContent)
    .filter((text) => text !== 'Signature');

afterEach(closeWindows);

describe.each(windowNames)('the keyring in the %s', (name) => {
  test('keeps the key of the box under a name, and says which key verified', async () => {
    const surroundings = await openWindow(name, { paste: john, key: secret });
    fireEvent.input(await screen.findByRole('textbox', { name: 'Name' }), {
      target: { value: 'flask secret' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Keep this key' }));
    await waitFor(() => expect(verdict().getByText('HS256, with “flask secret”')).toBeTruthy());
    expect(surroundings.keyring.value).toEqual([{ name: 'flask secret', text: secret }]);
    expect(surroundings.draft.value.key).toBe('');
    expect(status()).toContain('verified');
  });

  test('checks every captured token against all kept keys and the box', async () => {
    const keyring = [
      { name: 'one', text: 'the other secret' },
      { name: 'two', text: service.jwk },
    ];
    const surroundings = await openWindow(name, { exchanges, keyring, selected: service.token });
    const wanted = ['Signature verified.', 'Signature verified.', 'The signature does not match.'];
    await waitFor(() => expect(marks()).toEqual(wanted));
    expect(verdict().getByText('RS256, with “two”')).toBeTruthy();
    expect(verdict().getByText('The token names this key')).toBeTruthy();
    surroundings.draft.value = { ...surroundings.draft.value, key: secret };
    await waitFor(() => expect(marks()).toEqual(Array(3).fill('Signature verified.')));
    surroundings.draft.value = { ...surroundings.draft.value, selected: jane };
    await waitFor(() => expect(verdict().getByText('HS256, with “one”')).toBeTruthy());
    await verdict().findByText('Found among the keys by trying');
  });

  test('a kept key can be renamed and removed', async () => {
    const keyring = [{ name: 'one', text: secret }];
    const surroundings = await openWindow(name, { paste: john, keyring });
    const list = within(await screen.findByRole('list', { name: 'Kept keys', hidden: true }));
    const box = list.getByRole('textbox', { name: 'Name of “one”', hidden: true });
    fireEvent.change(box, { target: { value: '  ' } });
    expect(surroundings.keyring.value[0]?.name).toBe('one');
    fireEvent.change(box, { target: { value: 'flask secret' } });
    await waitFor(() => expect(verdict().getByText('HS256, with “flask secret”')).toBeTruthy());
    fireEvent.click(list.getByRole('button', { name: 'Remove “flask secret”', hidden: true }));
    await waitFor(() => expect(status()).toContain('no key yet'));
    expect(surroundings.keyring.value).toEqual([]);
    expect(screen.queryByText(/kept key/)).toBeNull();
  });

  test('keeps how a secret is read', async () => {
    const surroundings = await openWindow(name, { paste: john, key: btoa(secret) });
    surroundings.draft.value = { ...surroundings.draft.value, encoding: 'base64' };
    await waitFor(() => expect(status()).toContain('verified'));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep this key' }));
    await waitFor(() => expect(surroundings.keyring.value).toHaveLength(1));
    expect(surroundings.keyring.value[0]).toMatchObject({ encoding: 'base64' });
    expect(surroundings.draft.value.encoding).toBeUndefined();
    await waitFor(() => expect(verdict().getByText(/^HS256, with “/)).toBeTruthy());
  });
});
