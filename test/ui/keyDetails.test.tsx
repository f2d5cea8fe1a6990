// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { readKeys } from '../../src/core/key/readKeys';
import { publicHalvesOf } from '../../src/ui/input/publicHalves';
import { certificateFor } from '../core/key/madeCertificate';
import { pairOf, pemOf } from '../core/key/madeKeys';
import { signRs256 } from '../preview/signing';
import { closeWindows, openWindow, windowNames } from './windows';

const { publicKey, privateKey } = pairOf('rsa');
const locked = privateKey
  .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
  .toString();
const { token, jwk } = await signRs256({ sub: 'a' }, 'the-kid');

const details = async () => {
  const summary = await screen.findByText('Key details');
  const fold = summary.closest('details');
  if (!fold) throw new Error('the key details are not folded');
  return within(fold);
};

afterEach(closeWindows);

describe.each(windowNames)('the key in the %s', (name) => {
  test('is described, and its public half can be taken along', async () => {
    const surroundings = await openWindow(name, { paste: token, key: jwk });
    const box = await details();
    expect(box.getByText('RSA key of 2,048 bits')).toBeTruthy();
    expect(box.getByText('the-kid')).toBeTruthy();
    expect(box.getByText('RS256, RS384, RS512, PS256, PS384, PS512')).toBeTruthy();
    expect((await box.findByText(/^[\w-]{43}$/)).textContent).toHaveLength(43);
    fireEvent.click(box.getByRole('button', { name: 'Copy public key as PEM' }));
    await waitFor(() => expect(surroundings.asked.at(-1)).toMatch(/^copy -----BEGIN PUBLIC KEY-----/));
    fireEvent.click(box.getByRole('button', { name: 'Copy public key as JWK' }));
    await waitFor(() => expect(surroundings.asked.at(-1)).toContain('"the-kid"'));
    await waitFor(() => expect(screen.getByText('The token names this key')).toBeTruthy());
  });

  test('a certificate says whose it is, and until when', async () => {
    const key = pairOf('p256').privateKey;
    const pem = certificateFor({ name: 'api.example', key: pairOf('p256').publicKey }, { name: 'A CA', key });
    await openWindow(name, { key: pem });
    const box = await details();
    expect(box.getAllByText(/CN=api\.example/).length).toBeGreaterThan(0);
    expect(box.getByText(/CN=A CA/)).toBeTruthy();
    expect(box.getByText('The certificate is within its validity.')).toBeTruthy();
    expect(box.getByText('Valid until')).toBeTruthy();
  });

  test('of a private key only the public half is copied, with a warning', async () => {
    const surroundings = await openWindow(name, { key: pemOf(privateKey, 'pkcs8') });
    expect(await screen.findByText(/^This holds a private key/)).toBeTruthy();
    fireEvent.click(await (await details()).findByRole('button', { name: 'Copy public key as JWK' }));
    await waitFor(() => expect(surroundings.asked).toHaveLength(1));
    const copied = JSON.parse(`${surroundings.asked.at(-1)}`.replace('copy ', ''));
    expect(copied.n).toBe(publicKey.export({ format: 'jwk' }).n);
    expect(copied).not.toHaveProperty('d');
  });

  test('a secret has nothing to copy', async () => {
    await openWindow(name, { key: 'a secret that is long enough for HS256' });
    const box = await details();
    expect(box.getByText('HS256, HS384, HS512')).toBeTruthy();
    expect(box.queryByRole('button')).toBeNull();
  });

  test('one that is locked asks for its passphrase, and keeps it nowhere', async () => {
    const surroundings = await openWindow(name, { key: locked });
    const passphrase = (await screen.findByLabelText('Passphrase')) as HTMLInputElement;
    expect(passphrase.type).toBe('password');
    fireEvent.input(passphrase, { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: 'Open the key' }));
    expect(await screen.findByText('The passphrase does not open this private key.')).toBeTruthy();
    fireEvent.input(passphrase, { target: { value: 'open sesame' } });
    fireEvent.click(screen.getByRole('button', { name: 'Open the key' }));
    expect((await details()).getByText('RSA key of 2,048 bits')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep this key' }));
    await waitFor(() => expect(surroundings.keyring.value).toHaveLength(1));
    const stored = JSON.stringify([surroundings.keyring.value, surroundings.draft.value]);
    expect(stored).not.toContain('sesame');
    expect(JSON.parse(surroundings.keyring.value[0]?.text ?? '')).not.toHaveProperty('d');
  });
});

test('a secret has no thumbprint, by which it could be guessed', async () => {
  const reading = readKeys('a secret');
  const [key] = reading.ok ? reading.keys : [];
  expect(key && (await publicHalvesOf(key))).toEqual({});
});
