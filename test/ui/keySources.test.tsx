// @vitest-environment happy-dom
import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Seen } from '../../src/core/key/seen';
import { certificateFor } from '../core/key/madeCertificate';
import { pairOf } from '../core/key/madeKeys';
import { assemble, signWithNode } from '../core/verify/signing';
import { signHs256, signRs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, elapse, openWindow, windowNames } from './windows';

const secret = 'a secret that is long enough for HS256';
const john = await signHs256({ username: 'john_doe' }, secret);
const service = await signRs256({ sub: 'service', iss: 'https://login.example/' }, 'the-kid');
const kept = [{ name: 'one', text: secret }];
const jwksUri = 'https://login.example/keys';
const where = { tabId: 1, atMs: 0 };
const seen: Seen = { kind: 'keys', text: `{"keys":[${service.jwk}]}`, url: jwksUri, ...where };
const discovery: Seen = {
  kind: 'discovery',
  issuer: 'https://login.example/',
  jwksUri,
  url: 'https://login.example/.well-known/openid-configuration',
  ...where,
};

const verdict = () => within(screen.getByRole('region', { name: 'Verdict' }));
const hidden = { hidden: true } as const;
const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, ...hidden }));

afterEach(closeWindows);

describe.each(windowNames)('the remembered keyring in the %s', (name) => {
  test('is offered once there are keys, and asks twice for a passphrase', async () => {
    const surroundings = await openWindow(name, { vault: 'none' });
    expect(screen.queryByText(/Remember these keys/)).toBeNull();
    act(() => {
      surroundings.keyring.value = kept;
    });
    await screen.findByText('Remember these keys, encrypted, on this computer');
    press('Encrypt');
    await screen.findByText('Give a passphrase.');
    type('Passphrase', 'open sesame');
    press('Encrypt');
    await screen.findByText('The two passphrases differ.');
    type('Once more', 'open sesame');
    press('Encrypt');
    await screen.findByText('These keys are remembered, encrypted, on this computer.');
  });

  test('asks for its passphrase after a start, and says when it is wrong', async () => {
    await openWindow(name, { vault: 'locked' });
    await screen.findByRole('region', { name: 'Remembered keys' });
    type('Passphrase of the remembered keys', 'wrong');
    press('Unlock');
    await screen.findByText('The passphrase does not open the remembered keys.');
    type('Passphrase of the remembered keys', 'open sesame');
    press('Unlock');
    await screen.findByText('These keys are remembered, encrypted, on this computer.');
  });

  test('can be forgotten', async () => {
    await openWindow(name, { vault: 'open', keyring: kept });
    await screen.findByRole('region', { name: 'Remembered keys' });
    press('Forget them now');
    await screen.findByText('Remember these keys, encrypted, on this computer');
  });

  test('is not there in a private window', async () => {
    await openWindow(name, { keyring: kept });
    await screen.findByText('1 kept key');
    expect(screen.queryByText(/encrypted/)).toBeNull();
  });
});

test('a key that is kept in a private window is marked, so that it never reaches the disk', async () => {
  const surroundings = await openWindow('panel', { key: secret, isPrivate: true });
  await screen.findByRole('button', { name: 'Keep this key', hidden: true });
  press('Keep this key');
  await waitFor(() => expect(surroundings.keyring.value).toHaveLength(1));
  expect(surroundings.keyring.value[0]).toMatchObject({ text: secret, hidden: true });
});

describe.each(windowNames)('keys seen in traffic, in the %s', (name) => {
  test('are offered, and verify nothing before they are taken', async () => {
    const surroundings = await openWindow(name, { paste: service.token, seen: [seen] });
    await screen.findByText('1 key seen in traffic at login.example');
    await screen.findByText(/^The signature matches a key seen in traffic at login.example/);
    expect(verdict().getByText('No key yet')).toBeTruthy();
    press('Take this key');
    await waitFor(() => expect(verdict().getByText('Verified')).toBeTruthy());
    expect(verdict().getByText('Key from the traffic')).toBeTruthy();
    expect(surroundings.keyring.value).toEqual([
      { name: 'login.example', text: seen.kind === 'keys' && seen.text, seenAt: jwksUri },
    ]);
    expect(screen.queryByText(/key seen in traffic at/)).toBeNull();
    expect(screen.getByText('Seen in traffic at login.example')).toBeTruthy();
  });

  test('that fit no token are offered without a word on it', async () => {
    await openWindow(name, { paste: john, seen: [seen] });
    await screen.findByText('1 key seen in traffic at login.example');
    await new Promise((taken) => setTimeout(taken, 300));
    expect(screen.queryByText(/^The signature matches/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Keep the keys seen at login.example' }));
    await screen.findByText('1 kept key');
  });

  test('tell where the issuer has them, until they were seen', async () => {
    await openWindow(name, { paste: service.token, seen: [discovery] });
    await screen.findByText(/^In the traffic, the token’s issuer said/);
    closeWindows();
    await openWindow(name, { paste: service.token, seen: [discovery, seen] });
    await screen.findByText('1 key seen in traffic at login.example');
    expect(screen.queryByText(/^In the traffic, the token’s issuer said/)).toBeNull();
  });
});

describe('a kept key', () => {
  const exchanges = [exchangeWith(john, { url: 'https://api.example/a' })];

  test('can be kept for the shown token’s origin alone', async () => {
    const surroundings = await openWindow('panel', { exchanges, key: secret });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Only for tokens of api.example' }));
    press('Keep this key');
    await waitFor(() => expect(surroundings.keyring.value).toHaveLength(1));
    expect(surroundings.keyring.value[0]).toMatchObject({ origin: 'https://api.example' });
    await waitFor(() => expect(verdict().getByText('Kept for this origin')).toBeTruthy());
  });

  test('for another origin is not asked, and can be let loose', async () => {
    const keyring = [{ name: 'one', text: secret, origin: 'https://other.example' }];
    const surroundings = await openWindow('panel', { exchanges, keyring });
    await waitFor(() => expect(verdict().getByText('No key yet')).toBeTruthy());
    const choice = await screen.findByRole('combobox', { name: 'Which tokens “one” is for', ...hidden });
    fireEvent.change(choice, { target: { value: '' } });
    await waitFor(() => expect(verdict().getByText('Verified')).toBeTruthy());
    expect(surroundings.keyring.value[0]?.origin).toBeUndefined();
  });
});

function drop(files: readonly File[]): void {
  const event = createEvent.drop(document.body);
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files } });
  fireEvent(document.body, event);
}

describe('a key file that is dropped on the window', () => {
  test('goes to the box, several go to the keyring, and recordings go elsewhere', async () => {
    const surroundings = await openWindow('panel', { paste: john });
    await screen.findByText('or drop one anywhere on this window');
    drop([new File([secret], 'secret.txt')]);
    await waitFor(() => expect(surroundings.draft.value.key).toBe(secret));
    await waitFor(() => expect(verdict().getByText('Verified')).toBeTruthy());
    drop([new File(['a'], 'a.har.gz'), new File(['b'], 'b.txt'), new File([service.jwk], 'c.jwk')]);
    await waitFor(() =>
      expect(surroundings.keyring.value.map((each) => each.name)).toEqual(['b.txt', 'c.jwk']),
    );
  });

  test('leads to the full tab in the popup', async () => {
    await openWindow('popup', { fleeting: true });
    await screen.findByText('opens in a tab, where files can also be dropped');
  });
});

test('a key that the token carries itself proves nothing, and one that it points at is not fetched', async () => {
  const { jwk } = await signRs256({}, 'x');
  const header = { alg: 'HS256', jwk: JSON.parse(jwk), jku: 'https://evil.example/keys' };
  await openWindow('panel', { paste: await signHs256({}, secret, header) });
  await screen.findByText(/does not even match that/);
  await screen.findByText(/jku: https:\/\/evil.example\/keys/);
});

test('a key of another name than the token asks for is told, although it fits', async () => {
  const key = JSON.stringify({ ...JSON.parse(service.jwk), kid: 'another' });
  await openWindow('panel', { paste: service.token, key });
  await screen.findByText(/^The token asks for a key of another name \(kid\), and this one fits/);
  expect(verdict().getByText('Verified')).toBeTruthy();
});

test('a certificate that has expired is told, in the box and on the keyring', async () => {
  const { publicKey, privateKey } = pairOf('p256');
  const token = assemble({ alg: 'ES256' }, '{}', (input) => signWithNode('ES256', privateKey, input));
  const certificate = certificateFor({ name: 'a', key: publicKey }, { name: 'a', key: privateKey });
  const keyring = [{ name: 'kept', text: certificate }];
  const surroundings = await openWindow('panel', { paste: token, key: certificate, keyring });
  await waitFor(() => expect(verdict().getByText('Verified')).toBeTruthy());
  expect(screen.queryAllByText(/^The certificate has expired/)).toHaveLength(0);
  elapse(surroundings, 30 * 365 * 86_400);
  await waitFor(() => expect(document.querySelectorAll('.key .remark.warn')).toHaveLength(1));
  act(() => {
    surroundings.draft.value = { ...surroundings.draft.value, key: '' };
  });
  await waitFor(() => expect(verdict().getByText('ES256, with “kept”')).toBeTruthy());
  await waitFor(() =>
    expect(document.querySelector('.key .remark.warn')?.textContent).toMatch(/has expired/),
  );
});
