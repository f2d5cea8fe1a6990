// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { encryptedLook, signHs256 } from '../preview/signing';
import { exchangeWith, PREVIEW_NOW_MS } from '../preview/surroundings';
import { closeWindows, elapse, openSheet, openWindow, windowNames } from './windows';

const now = PREVIEW_NOW_MS / 1_000;
const secret = 'a secret that is long enough for HS256';
const john = await signHs256({ user_id: 123, username: 'john_doe', exp: now + 1_000 }, secret);
const jane = await signHs256({ user_id: 124, username: 'jane_doe' }, 'another secret');

const box = (name: string) => screen.getByRole('textbox', { name }) as HTMLTextAreaElement;
const type = (name: string, value: string) => fireEvent.input(box(name), { target: { value } });
const region = (name: string) => within(screen.getByRole('region', { name }));
const status = () => region('Verdict').getByRole('status').textContent;
const rows = () =>
  screen.getAllByRole('row').filter((row) => row.closest('[role="grid"]') && row.className === 'row');

afterEach(closeWindows);

describe.each(windowNames)('the %s', (name) => {
  test('says why it is empty, and takes a token and a key all the same', async () => {
    await openWindow(name);
    expect(screen.getAllByText('No token seen yet.').length).toBeGreaterThan(0);
    expect(box('Token').value).toBe('');
    expect(box('Secret or key').value).toBe('');
    expect(screen.getByRole('button', { name: 'Clear' })).toBeTruthy();
  });

  test('shows what is in a pasted token, in whatever it is wrapped', async () => {
    await openWindow(name);
    type('Token', `curl -H "Authorization: Bearer ${john}" http://127.0.0.1`);
    expect(await screen.findByRole('heading', { name: 'john_doe' })).toBeTruthy();
    expect(region('Header').getByRole('row', { name: /alg "HS256"/ })).toBeTruthy();
    expect(region('Payload').getByRole('row', { name: /user_id 123/ })).toBeTruthy();
    expect(region('Payload').getByText('in 16 minutes')).toBeTruthy();
  });

  test('says "no key yet", then whether the signature matches', async () => {
    await openWindow(name, { paste: john });
    await waitFor(() => expect(status()).toContain('no key yet'));
    type('Secret or key', 'wrong');
    await waitFor(() => expect(status()).toContain('does not match'));
    type('Secret or key', secret);
    await waitFor(() => expect(status()).toContain('verified'));
    expect(status()).toBe('Signature verified. The token is current.');
    expect(region('Verdict').getByText('Your key')).toBeTruthy();
  });

  test('says why a signature cannot be checked', async () => {
    const none = await signHs256({ sub: 'eve' }, 'x', { alg: 'none' });
    await openWindow(name, { paste: none, key: secret });
    await waitFor(() => expect(status()).toContain('cannot check'));
    expect(screen.getByText(/says that it has none/)).toBeTruthy();
  });

  test('the live status speaks when the state turns, not with the countdown', async () => {
    const surroundings = await openWindow(name, { paste: john, key: secret });
    await waitFor(() => expect(status()).toBe('Signature verified. The token is current.'));
    expect(region('Verdict').getByText('Expires in 16:40')).toBeTruthy();
    elapse(surroundings, 10);
    expect(region('Verdict').getByText('Expires in 16:30')).toBeTruthy();
    expect(status()).toBe('Signature verified. The token is current.');
    elapse(surroundings, 750);
    expect(status()).toBe('Signature verified. The token is about to expire.');
    elapse(surroundings, 240);
    expect(status()).toBe('Signature verified. The token has expired.');
  });

  test('a secret is masked until it is asked for, and its box stays a text box', async () => {
    await openWindow(name, { paste: john, key: secret });
    expect(box('Secret or key').className).toContain('masked');
    fireEvent.click(screen.getByRole('button', { name: 'Show what is in the box', pressed: false }));
    expect(box('Secret or key').className).not.toContain('masked');
    expect(screen.getByRole('button', { name: 'Show what is in the box', pressed: true })).toBeTruthy();
  });

  test('the way a secret is read can be chosen', async () => {
    const surroundings = await openWindow(name, { paste: john, key: btoa(secret) });
    const choice = (await screen.findByRole('combobox', {
      name: 'How the secret is read',
    })) as HTMLSelectElement;
    fireEvent.change(choice, { target: { value: 'base64' } });
    await waitFor(() => expect(status()).toContain('verified'));
    expect(region('Verdict').getByText('HS256, secret read as base64')).toBeTruthy();
    fireEvent.change(choice, { target: { value: 'text' } });
    await waitFor(() => expect(status()).toContain('does not match'));
    expect(surroundings.draft.value.encoding).toBe('text');
  });

  test('what looks like a key can be taken as a secret, and back', async () => {
    const surroundings = await openWindow(name, { paste: john, key: '-----BEGIN PUBLIC KEY-----' });
    const choice = (await screen.findByRole('combobox', {
      name: 'How the secret is read',
    })) as HTMLSelectElement;
    expect(choice.value).toBe('key');
    fireEvent.change(choice, { target: { value: 'text' } });
    await waitFor(() => expect(status()).toContain('does not match'));
    fireEvent.change(choice, { target: { value: 'key' } });
    await waitFor(() => expect(status()).toContain('no key yet'));
    expect(surroundings.draft.value.encoding).toBeUndefined();
  });

  test('lists captured tokens, newest first, and shows the one that is chosen', async () => {
    const surroundings = await openWindow(name, {
      exchanges: [exchangeWith(john, { before: 'Bearer ' }), exchangeWith(jane)],
    });
    expect(screen.getByRole('grid', { name: 'Captured tokens' })).toBeTruthy();
    expect(rows().map((row) => row.querySelector('.who')?.textContent)).toEqual(['jane_doe', 'john_doe']);
    expect(rows()[1]?.textContent).toContain('Authorization: Bearer');
    expect(await screen.findByRole('heading', { name: 'jane_doe' })).toBeTruthy();
    fireEvent.click(rows()[1] as Element);
    expect(await screen.findByRole('heading', { name: 'john_doe' })).toBeTruthy();
    expect(surroundings.draft.value.selected).toBe(john);
  });

  test('the arrow keys walk the list', async () => {
    await openWindow(name, { exchanges: [exchangeWith(john), exchangeWith(jane)] });
    const grid = screen.getByRole('grid');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    expect(await screen.findByRole('heading', { name: 'john_doe' })).toBeTruthy();
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    expect(active?.textContent).toContain('john_doe');
  });

  test('Clear asks for a clean log and forgets what was chosen', async () => {
    const surroundings = await openWindow(name, { exchanges: [exchangeWith(john)], selected: john });
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(surroundings.asked).toEqual(['clear']);
    expect(surroundings.draft.value.selected).toBeUndefined();
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'john_doe' })).toBeNull());
  });

  test('what was cleared can be put back', async () => {
    const surroundings = await openWindow(name, { exchanges: [exchangeWith(john)] });
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(surroundings.log.value.exchanges).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  });

  test('what could not be seen is said, with the one thing that mends it', async () => {
    const surroundings = await openWindow(name, { coverage: [{ code: 'no-permission', mend: 'allowSite' }] });
    expect(screen.getByText('Claimscope does not see the requests of this site yet.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
    expect(surroundings.asked).toEqual(['mend allowSite']);
  });

  test('a broken token says what is wrong, where, and shows what can be read', async () => {
    await openWindow(name, { paste: john.slice(0, -50) });
    expect(await screen.findByText('Not a valid JWT, because:')).toBeTruthy();
    expect(region('Header').getByRole('row', { name: /alg "HS256"/ })).toBeTruthy();
  });

  test('copies the token and says so', async () => {
    const surroundings = await openWindow(name, { paste: john });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the token' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(surroundings.asked).toEqual([`copy ${john}`]);
  });

  test('pointing at a claim marks its characters in the token', async () => {
    await openWindow(name, { paste: john });
    const row = await waitFor(() => region('Payload').getByRole('row', { name: /username/ }));
    expect(document.querySelector('mark')).toBeNull();
    fireEvent.focus(row);
    const marked = document.querySelector('mark.payload')?.textContent ?? '';
    expect(
      atob(
        marked
          .replaceAll('-', '+')
          .replaceAll('_', '/')
          .slice(0, marked.length & ~3),
      ),
    ).toContain('username');
    fireEvent.blur(row);
    expect(document.querySelector('mark')).toBeNull();
  });

  test('the near-expiry threshold is set in minutes and kept in seconds', async () => {
    const surroundings = await openWindow(name);
    await openSheet('Settings');
    const input = screen.getByLabelText('Call a token expiring in its last');
    fireEvent.change(input, { target: { value: '2.5', valueAsNumber: 2.5 } });
    expect(surroundings.settings.value.nearExpirySeconds).toBe(150);
  });

  test('a tick of the clock touches nothing in the list that reads the same', async () => {
    const surroundings = await openWindow(name, { exchanges: [exchangeWith(john)] });
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(screen.getByRole('grid'), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    elapse(surroundings, 1);
    seen.push(...observer.takeRecords());
    expect(seen).toEqual([]);
    elapse(surroundings, 60);
    seen.push(...observer.takeRecords());
    expect(seen.length).toBeGreaterThan(0);
    observer.disconnect();
  });

  test('of very many claims a part is drawn, and the rest when it is asked for', async () => {
    const claims = Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`claim ${at}`, at]));
    await openWindow(name, { paste: await signHs256(claims, secret) });
    const drawn = () => region('Payload').getAllByRole('rowheader').length;
    const more = await screen.findByRole('button', { name: 'Show more of the other 250 claims' });
    expect(drawn()).toBe(200);
    fireEvent.click(more);
    expect(drawn()).toBe(400);
  });

  test('what was probably done to a token is told before what came of it', async () => {
    await openWindow(name, { paste: john.slice(0, -50) });
    const faults = within(await screen.findByRole('region', { name: 'Faults' })).getAllByRole('listitem');
    expect(faults[0]?.textContent).toMatch(/^Likely cause: it was cut off/);
    expect(faults.length).toBeGreaterThan(1);
  });

  test('an encrypted token has a lifetime that is not known, rather than none', async () => {
    await openWindow(name, { paste: encryptedLook() });
    expect(await screen.findByText('Not known')).toBeTruthy();
    expect(region('Payload').getByText(/encrypted/)).toBeTruthy();
  });

  test('a time in milliseconds is named as such, with the moment that was meant', async () => {
    await openWindow(name, { paste: await signHs256({ exp: PREVIEW_NOW_MS + 60_000 }, secret) });
    await screen.findByRole('region', { name: 'Payload' });
    expect(region('Payload').getByText(/looks like milliseconds/)).toBeTruthy();
    expect(region('Payload').getByText('in 1 minute')).toBeTruthy();
    expect(region('Verdict').getByText(/looks like milliseconds/)).toBeTruthy();
  });

  test('where jwt-decode would see something else is marked', async () => {
    await openWindow(name, { paste: await signHs256('{"id":12345678901234567890}', secret) });
    const summary = await screen.findByText('1 difference');
    const view = summary.closest('details') as HTMLElement;
    expect(view.textContent).toContain('12345678901234567890');
    expect(view.textContent).toContain('12345678901234567000');
    expect(region('Payload').getByText('12345678901234567890')).toBeTruthy();
  });
});
