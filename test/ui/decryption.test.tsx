// @vitest-environment happy-dom
import { createSecretKey, randomBytes } from 'node:crypto';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { CompactEncrypt } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../src/core/token/base64url';
import { signHs256 } from '../preview/signing';
import { closeWindows, openWindow, windowNames } from './windows';

const bytes = randomBytes(32);
const secret = encodeBase64url(bytes);
const encoded = (text: string) => Uint8Array.from(Buffer.from(text));
const sealed = (text: string) =>
  new CompactEncrypt(encoded(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(createSecretKey(bytes));

const signingSecret = 'a secret that is long enough for HS256';
const inner = await signHs256({ username: 'john_doe' }, signingSecret);
const nested = await sealed(inner);
const claims = await sealed('{"username":"jane_doe"}');
const key = JSON.stringify({ kty: 'oct', k: secret });

const region = (name: string) => within(screen.getByRole('region', { name }));

afterEach(closeWindows);

describe.each(windowNames)('an encrypted token in the %s', (name) => {
  test('asks for a key, and says when one does not open it', async () => {
    const surroundings = await openWindow(name, { paste: claims });
    expect(await screen.findByText(/Paste the private key, or the secret, for dir/)).toBeTruthy();
    const other = JSON.stringify({ kty: 'oct', k: encodeBase64url(randomBytes(32)) });
    surroundings.draft.value = { ...surroundings.draft.value, key: other };
    expect(await screen.findByText(/^The token does not open/)).toBeTruthy();
    expect(screen.queryByText('Decrypted content')).toBeNull();
  });

  test('shows what is inside, and that decrypted is not verified', async () => {
    await openWindow(name, { paste: claims, key });
    expect(await screen.findByText(/^Decrypted. That says nothing of who wrote it/)).toBeTruthy();
    expect(region('Decryption').getByRole('row', { name: /username "jane_doe"/ })).toBeTruthy();
    expect(region('Verdict').getByText('Cannot check')).toBeTruthy();
  });

  test('a token inside is read and verified by itself', async () => {
    const keyring = [{ name: 'signing secret', text: signingSecret }];
    await openWindow(name, { paste: nested, key, keyring });
    expect(await screen.findByText('Inside is another token. Signature verified.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'The token inside', pressed: false }));
    await waitFor(() => expect(region('Payload').getByRole('row', { name: /"john_doe"/ })).toBeTruthy());
    expect(region('Verdict').getByText('HS256, with “signing secret”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'The encrypted token' }));
    await waitFor(() => expect(region('Verdict').getByText('Cannot check')).toBeTruthy());
  });
});
