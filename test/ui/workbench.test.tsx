// @vitest-environment happy-dom
import '../../src/ui/workbench/Workbench';
import '../../src/ui/workbench/MoreMaking';
import '../../src/ui/workbench/NewKey';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readKeys } from '../../src/core/key/readKeys';
import { readToken } from '../../src/core/token/read';
import { partOf } from '../../src/core/token/token';
import { verifySignature } from '../../src/core/verify/verify';
import { sdJwt } from '../preview/forms';
import { signHs256 } from '../preview/signing';
import { type FakeSurroundings, PREVIEW_NOW_MS } from '../preview/surroundings';
import { closeWindows, openWindow } from './windows';

const secret = 'a secret that is long enough for HS256';
const now = Math.floor(PREVIEW_NOW_MS / 1000);
const payload = '{ "user_id": 12345678901234567890, "rate":3.0,"exp" :1795326830 }';
const token = await signHs256(payload, secret);

const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const put = (element: Element, value: string) => fireEvent.input(element, { target: { value } });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = (name: string | RegExp) => fireEvent.click(button(name));
const status = () => document.querySelector('.bench-status')?.textContent ?? '';
const made = () => document.querySelector('.made .source')?.textContent ?? '';

async function openBench(given: Parameters<typeof openWindow>[1] = {}): Promise<FakeSurroundings> {
  const surroundings = await openWindow('panel', { view: 'workbench', ...given });
  await screen.findByRole('button', { name: 'Sign' });
  if (given.key) await screen.findByText(/^Box above: /);
  return surroundings;
}

async function sign(): Promise<string> {
  click('Sign');
  await waitFor(() => expect(made()).not.toBe(''));
  return made();
}

async function stateOf(text: string, key = secret) {
  const reading = readKeys(key, 'text');
  return (await verifySignature(readToken(text), reading.ok ? reading.keys : [])).state;
}

afterEach(closeWindows);

describe('from nothing', () => {
  test('the guide’s token is there; a secret, a click, and it is signed and copied', async () => {
    const surroundings = await openBench();
    expect(JSON.parse(box('Payload').value)).toEqual({ user_id: 123, username: 'john_doe', exp: now + 3600 });
    expect(status()).toContain('Unsigned');
    put(box('Secret or key'), 'your-secret-key');
    await waitFor(() => expect(screen.getByText('Box above: Secret of 120 bits')).toBeTruthy());
    const text = await sign();
    expect(status()).toContain('Signed by you: HS256, with the key in the box');
    expect(await stateOf(text, 'your-secret-key')).toBe('verified');
    click('Copy token');
    await waitFor(() => expect(surroundings.asked).toContain(`copy ${text}`));
  });

  test('without a key it says what is missing, and signs nothing', async () => {
    await openBench();
    click('Sign');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('HS256 needs a key'));
    expect(made()).toBe('');
  });

  test('a new key is kept, chosen, and named in the status', async () => {
    const surroundings = await openBench();
    click('New key');
    const kinds = await screen.findByRole('combobox', { name: 'Kind' });
    fireEvent.change(kinds, { target: { value: 'P-256' } });
    click('Make it');
    await waitFor(() => expect(surroundings.keyring.value).toHaveLength(1));
    await waitFor(() => expect(box('Header').value).toBe('{"alg":"ES256","typ":"JWT"}'));
    await screen.findByRole('option', { name: 'New P-256 key' });
    const text = await sign();
    expect(status()).toContain('with “New P-256 key”');
    const [kept] = surroundings.keyring.value;
    const reading = readKeys(kept?.text ?? '');
    const verdict = await verifySignature(readToken(text), reading.ok ? reading.keys : []);
    expect(verdict.state).toBe('verified');
  });
});

describe('an edit of a token that is shown', () => {
  test('begins as the token is written, and says that nothing was changed', async () => {
    await openBench({ paste: token, key: secret });
    await waitFor(() => expect(button('The token shown')).toBeTruthy());
    click('The token shown');
    expect(box('Payload').value).toBe(payload);
    expect(status()).toContain('nothing has been edited');
  });

  async function openWithToken() {
    const surroundings = await openBench({ paste: token, key: secret });
    await waitFor(() => expect(button('The token shown')).toBeTruthy());
    click('The token shown');
    return surroundings;
  }

  test('a preset changes one claim and no other byte; the change is shown beside the original', async () => {
    await openWithToken();
    click('Expires in 5 min');
    expect(box('Payload').value).toBe(payload.replace('1795326830', String(now + 300)));
    expect(status()).toContain('unsigned');
    const changes = within(screen.getByRole('list', { name: 'Payload' }));
    expect(changes.getByText('exp')).toBeTruthy();
  });

  test('undo and redo, by button and by keyboard', async () => {
    await openWithToken();
    click('No expiry');
    const without = box('Payload').value;
    click('Undo');
    expect(box('Payload').value).toBe(payload);
    fireEvent.keyDown(box('Payload'), { key: 'y', ctrlKey: true });
    expect(box('Payload').value).toBe(without);
    fireEvent.keyDown(box('Payload'), { key: 'z', ctrlKey: true });
    expect(box('Payload').value).toBe(payload);
    fireEvent.keyDown(box('Payload'), { key: 'Z', ctrlKey: true, shiftKey: true });
    expect(box('Payload').value).toBe(without);
  });

  test('what was signed is unsigned again with the next change, and signed again when that is undone', async () => {
    await openWithToken();
    const text = await sign();
    click('New jti');
    expect(made()).toBe('');
    expect(status()).toContain('unsigned');
    click('Undo');
    expect(made()).toBe(text);
  });

  test('signs what is there byte for byte', async () => {
    await openWithToken();
    click('Expired');
    const text = await sign();
    expect(partOf(readToken(text), 'payload')?.text).toBe(box('Payload').value);
    expect(partOf(readToken(text), 'header')?.text).toBe(box('Header').value);
    expect(await stateOf(text)).toBe('verified');
  });

  test('survives the closing of the window', async () => {
    const surroundings = await openWithToken();
    put(box('Payload'), '{"a":1}');
    const { workbench } = surroundings.draft.value;
    closeWindows();
    await openBench(workbench ? { workbench } : {});
    expect(box('Payload').value).toBe('{"a":1}');
    expect(screen.getByRole('region', { name: 'The original' })).toBeTruthy();
  });

  test('verifying, looking and editing sign nothing', async () => {
    const signs = vi.spyOn(crypto.subtle, 'sign');
    const surroundings = await openWithToken();
    click('New jti');
    fireEvent.click(button('Back to the token'));
    await screen.findByRole('region', { name: 'Verdict' });
    expect(surroundings.draft.value.paste).toBe(token);
    click('Edit');
    await screen.findByRole('button', { name: 'Sign' });
    expect(made()).toBe('');
    expect(signs).not.toHaveBeenCalled();
    signs.mockRestore();
  });

  test('a header that was edited is an edit too', async () => {
    await openWithToken();
    put(box('Header'), '{"alg":"HS256","typ":"JWT" }');
    expect(status()).toContain('Edited and unsigned');
    expect(screen.getByText(/Header: the same, written differently/)).toBeTruthy();
  });

  test('the made token can be looked at', async () => {
    const surroundings = await openWithToken();
    const text = await sign();
    click('Look at it');
    await screen.findByRole('region', { name: 'Verdict' });
    expect(surroundings.draft.value.paste).toBe(text);
  });
});

describe('as fields', () => {
  async function openFields() {
    await openBench({ workbench: { header: '{"alg":"HS256"}', payload } });
    click('Fields');
  }
  const text = () => {
    click('Text');
    return box('Payload').value;
  };

  test('a value changes its own bytes', async () => {
    await openFields();
    put(box('Value of rate'), '2.50');
    expect(text()).toBe(payload.replace('3.0', '2.50'));
  });

  test('what is no JSON waits until it is', async () => {
    await openFields();
    put(box('Value of rate'), '2.');
    expect(box('Value of rate').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Not JSON yet/)).toBeTruthy();
    put(box('Value of rate'), '2.5');
    expect(box('Value of rate').getAttribute('aria-invalid')).toBe('false');
    expect(text()).toBe(payload.replace('3.0', '2.5'));
  });

  test('a value becomes a text, is renamed, removed, and another added', async () => {
    await openFields();
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind of rate' }), { target: { value: 'text' } });
    fireEvent.change(box('Name of rate'), { target: { value: 'price' } });
    click('Remove exp');
    click('Add a claim');
    put(box('Value of claim1'), 'said "so"');
    expect(text()).toBe('{ "user_id": 12345678901234567890, "price":"3.0", "claim1":"said \\"so\\"" }');
  });

  test('a time can be set as a date', async () => {
    await openFields();
    const field = screen.getByLabelText<HTMLInputElement>('exp as date and time');
    fireEvent.change(field, { target: { value: '2026-11-22T12:00:00' } });
    expect(text()).toContain(`"exp" :${Date.parse('2026-11-22T12:00:00') / 1000} }`);
  });
});

describe('errors', () => {
  test('are shown where they are while it is typed, and a click leads there', async () => {
    await openBench();
    put(box('Payload'), '{\n  "a": john\n}');
    expect(box('Payload').getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelector('.is-fault')?.textContent).toBe('j');
    click('line 2, column 8');
    expect(box('Payload').selectionStart).toBe(9);
    put(box('Payload'), '{"a":1}');
    expect(document.querySelector('.is-fault')).toBeNull();
  });

  test('an algorithm that does not fit the key has a way out', async () => {
    await openBench({ key: secret, workbench: { header: '{ "alg":"RS256","x":1.0 }', payload } });
    await screen.findByRole('option', { name: 'RS256 (does not fit the key)' });
    click('Sign');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('RS256 needs an RSA'));
    click('Use HS256');
    expect(box('Header').value).toBe('{ "alg":"HS256","x":1.0 }');
    expect(await stateOf(await sign())).toBe('verified');
  });

  test('an unsecured token is made only when it is chosen, and says so', async () => {
    await openBench({ key: secret });
    fireEvent.change(screen.getByRole('combobox', { name: 'Algorithm' }), { target: { value: 'none' } });
    const text = await sign();
    expect(text).toMatch(/\.$/);
    expect(status()).toContain('Unsecured on purpose');
  });
});

describe('more', () => {
  const open = (title: string) => {
    const details = screen.getByText(title, { selector: 'summary' }).closest('details');
    if (!details) throw new Error(`no ${title}`);
    details.open = true;
    fireEvent(details, new Event('toggle'));
  };

  test('claims that are disclosed selectively', async () => {
    await openBench({ key: secret, workbench: { header: '{"alg":"HS256"}', payload } });
    await screen.findByText('Disclose selectively (SD-JWT)');
    open('Disclose selectively (SD-JWT)');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'rate' }));
    const text = await sign();
    expect(text.split('~')).toHaveLength(3);
    expect(partOf(readToken(text), 'payload')?.text).not.toContain('rate');
  });

  test('some disclosures of an SD-JWT are presented, without signing anything', async () => {
    await openBench({ paste: await sdJwt() });
    await waitFor(() => expect(button('The token shown')).toBeTruthy());
    click('The token shown');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'birthdate' }));
    const shown = document.querySelector('.present .made .source')?.textContent ?? '';
    expect(shown.split('~')).toHaveLength(4);
    expect(shown.endsWith('~')).toBe(true);
  });

  test('the key can be taken along', async () => {
    const surroundings = await openBench({ keyring: [{ name: 'one', text: secret }] });
    await screen.findByText('Take the key along');
    open('Take the key along');
    fireEvent.click(await screen.findByRole('button', { name: 'Copy private JWK' }));
    await waitFor(() => expect(surroundings.asked.at(-1)).toContain('"kty": "oct"'));
  });

  test('the signed token can be encrypted', async () => {
    await openBench({
      key: '00112233445566778899aabbccddeeff',
      workbench: { header: '{"alg":"HS256"}', payload },
    });
    await sign();
    await screen.findByText('Encrypt', { selector: 'summary' });
    open('Encrypt');
    await screen.findByText('Encrypts the token that you have signed.');
    fireEvent.change(screen.getByRole('combobox', { name: 'Content' }), { target: { value: 'A128GCM' } });
    fireEvent.click(screen.getByRole('button', { name: 'Encrypt' }));
    await waitFor(() => expect(document.querySelectorAll('.made .source')).toHaveLength(2));
    const sealed = document.querySelector('.encrypting .made .source')?.textContent ?? '';
    expect(partOf(readToken(sealed), 'header')?.text).toBe('{"alg":"dir","enc":"A128GCM","cty":"JWT"}');
  });
});
