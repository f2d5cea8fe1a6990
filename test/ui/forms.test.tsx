// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { bytes, detached, nestedToken, sdJwt, twoSignatures, unencoded, zipped } from '../preview/forms';
import { encryptedLook, signHs256 } from '../preview/signing';
import { closeWindows, openWindow, windowNames } from './windows';

const secret = 'a secret that is long enough for HS256';
const region = (name: string) => within(screen.getByRole('region', { name }));
const foundRegion = (name: string) => waitFor(() => region(name));
const status = () => region('Verdict').getByRole('status').textContent;
const sizes = () =>
  [...document.querySelectorAll('.more-parts .folded summary')].map((each) =>
    each.textContent?.replace(/\s+/g, ' '),
  );

afterEach(closeWindows);

describe.each(windowNames)('the %s', (name) => {
  test('a nested token is opened layer by layer', async () => {
    await openWindow(name, { paste: await nestedToken(secret), key: secret });
    const layers = await foundRegion('Layers');
    const chips = layers.getAllByRole('button').map((chip) => chip.textContent);
    expect(chips).toEqual(['Layer 1 · ES256', 'Layer 2 · HS256', 'Layer 3 · HS256']);
    await waitFor(() => expect(status()).toContain('cannot check'));
    fireEvent.click(layers.getByRole('button', { name: 'Layer 3 · HS256' }));
    expect(await screen.findByRole('heading', { name: 'innermost' })).toBeTruthy();
    await waitFor(() => expect(status()).toContain('Signature verified'));
    expect(layers.getByRole('button', { name: 'Layer 3 · HS256', pressed: true })).toBeTruthy();
    expect(region('Payload').getByRole('row', { name: /sub "innermost"/ })).toBeTruthy();
    const other = { target: { value: await nestedToken('another secret') } };
    fireEvent.input(screen.getByRole('textbox', { name: 'Token' }), other);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'innermost' })).toBeNull());
    const first = await screen.findByRole('button', { name: 'Layer 1 · ES256', pressed: true });
    expect(first).toBeTruthy();
  });

  test('an SD-JWT tells what it discloses, and what its recipient sees beside what was issued', async () => {
    await openWindow(name, { paste: await sdJwt() });
    const section = await foundRegion('Selective disclosure');
    const rows = within(section.getByRole('table', { name: 'Disclosures' })).getAllByRole('rowheader');
    expect(rows.map((row) => row.textContent)).toEqual(['given_name', 'birthdate', 'nationalities › 1']);
    expect(section.getAllByText('in the payload:')).toHaveLength(3);
    expect(section.getByText('1 digest has no disclosure: it is withheld, or a decoy.')).toBeTruthy();
    expect(region('As its recipient sees it').getByText(/"given_name": "Al\\u0069ce"/)).toBeTruthy();
    expect(region('As it was issued').getByText(/"_sd_alg"/)).toBeTruthy();
    expect(region('Key binding').getByRole('row', { name: /nonce "1234"/ })).toBeTruthy();
    expect(screen.queryByText('A recipient must refuse it, because:')).toBeNull();
  });

  test('an SD-JWT that must be refused says why, and what stands nowhere', async () => {
    await openWindow(name, { paste: await sdJwt('["salt", "admin", true]') });
    const section = await foundRegion('Selective disclosure');
    expect((await foundRegion('A recipient must refuse it, because:')).getAllByRole('listitem')).toHaveLength(
      1,
    );
    expect(section.getByText('nowhere in the payload:')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'As its recipient sees it' })).toBeNull();
  });

  test('all parts of an encrypted token are named and shown', async () => {
    await openWindow(name, { paste: encryptedLook() });
    const parts = await foundRegion('Other parts');
    expect(sizes()).toEqual([
      'encrypted key256 bytes',
      'initialization vector12 bytes',
      'ciphertext180 bytes',
      'authentication tag16 bytes',
    ]);
    expect(parts.getAllByRole('table', { name: 'Bytes' })).toHaveLength(4);
  });

  test('every signature of a JSON serialization is there, with its headers', async () => {
    await openWindow(name, { paste: twoSignatures() });
    const parts = await foundRegion('Other parts');
    expect(sizes()).toEqual([
      'unprotected header 115 bytes',
      'signature 164 bytes',
      'header 230 bytes',
      'signature 264 bytes',
    ]);
    fireEvent.click(parts.getByText('header 2'));
    for (const details of document.querySelectorAll('.more-parts details.folded')) {
      Object.assign(details, { open: true });
      fireEvent(details, new Event('toggle'));
    }
    const second = parts.getByRole('row', { name: /kid "second"/ });
    fireEvent.focus(second);
    expect(document.querySelector('mark.header')).toBeTruthy();
    expect(parts.getByRole('row', { name: /kid "first"/ })).toBeTruthy();
    fireEvent.focus(parts.getByRole('row', { name: /alg "ES256"/ }));
    const current = screen.getAllByRole('row', { current: true }).map((row) => row.textContent);
    expect(current).toEqual([expect.stringContaining('"ES256"')]);
  });

  test.each([
    ['detached', detached(), /payload travels apart/],
    ['unencoded', unencoded(), /without base64url/],
    ['compressed', zipped(), /"vc": "compressed content"/],
  ])('a payload that is %s is told', async (_kind, paste, says) => {
    await openWindow(name, { paste });
    const payload = await foundRegion('Payload');
    expect(await payload.findByText(says)).toBeTruthy();
  });

  test('bytes that are no text are shown in hexadecimal, more of them when asked for', async () => {
    await openWindow(name, { paste: bytes() });
    const payload = await foundRegion('Payload');
    const rows = () => within(payload.getByRole('table', { name: 'Bytes' })).getAllByRole('rowheader');
    expect(rows()).toHaveLength(16);
    expect(payload.getAllByRole('row')[1]?.textContent).toContain('079e 35cc 63fa');
    fireEvent.click(payload.getByRole('button', { name: 'Show more of the other 4,744 bytes' }));
    expect(rows()).toHaveLength(272);
  });

  test.each([
    ['says', { typ: 'at+jwt' }, { sub: 'a' }, /An access token.*Its typ says so \(RFC 9068/],
    ['seems', {}, { sub: 'a', nonce: 'n' }, /An ID token.*Judging by its claims/],
    ['says', { typ: 'dpop+jwt' }, {}, /A DPoP proof/],
    ['says', { typ: 'logout+jwt' }, {}, /A logout token/],
  ])('the kind that a token %s to be is told, and what it lacks', async (_how, header, claims, says) => {
    await openWindow(name, { paste: await signHs256(claims, secret, { alg: 'HS256', ...header }) });
    const note = await screen.findByRole('region', { name: 'Kind of token' });
    expect(note.textContent).toMatch(says);
    expect(within(note).getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  test('a token of no particular kind is called none', async () => {
    await openWindow(name, { paste: await signHs256({ user_id: 1 }, secret) });
    await foundRegion('Payload');
    expect(screen.queryByRole('region', { name: 'Kind of token' })).toBeNull();
  });
});
