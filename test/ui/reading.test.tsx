// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { signHs256 } from '../preview/signing';
import { closeWindows, openWindow, windowNames } from './windows';

const secret = 'a secret that is long enough for HS256';
const john = await signHs256({ username: 'john_doe', note: '~~~???>>>' }, secret);
const region = (name: string) => within(screen.getByRole('region', { name }));
const status = () => region('Verdict').getByRole('status').textContent;

/** Made by Flask 2.2 with itsdangerous 2.1 on 22 November 2026. */
const flask = 'eyJ1c2VyIjoiam9lIiwibiI6MX0.awKY0A.Dvp24TSPjOZhaeh8aRmPi-icsQU';
const flaskCompressed = '.eJyrViotTi1SslLKyk9V0lEqSa0oAXISR8GgAkq1AOrXnvs.awKY0A.BLyVDuBldbW4dGQ8YgvlLa9V8EQ';

afterEach(closeWindows);

describe.each(windowNames)('the %s', (name) => {
  test('offers to read a damaged text as the token it probably was, and goes back', async () => {
    const damaged = Buffer.from(john).toString('base64');
    await openWindow(name, { paste: damaged, key: secret });
    expect(await screen.findByText('Not a valid JWT, because:')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read it as the token that it probably was' }));
    expect(await screen.findByRole('heading', { name: 'john_doe' })).toBeTruthy();
    expect(region('Damaged text').getByText(/encoded with base64 once more/)).toBeTruthy();
    expect(screen.queryByText('Not a valid JWT, because:')).toBeNull();
    await waitFor(() => expect(status()).toContain('Signature verified'));
    fireEvent.click(screen.getByRole('button', { name: 'Show the text as it is' }));
    expect(await screen.findByText('Not a valid JWT, because:')).toBeTruthy();
  });

  test('says of a fault where it stands: part, line and column, byte, and character of the token', async () => {
    const twice = `eyJhbGciOiJub25lIn0.${Buffer.from('{\n "\u00e9":1,\n "a":1,"a":2}').toString('base64url')}.`;
    await openWindow(name, { paste: twice });
    const faults = await waitFor(() => region('Faults').getByText(/The member a stands here again/));
    expect(faults.textContent).toContain('payload, line 3, column 8, byte 19, character 45 of the token');
  });

  test('copies the token redacted when that is asked for, and never a text that is none', async () => {
    const surroundings = await openWindow(name, { paste: john });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy redacted' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    const [, copied = ''] = surroundings.asked[0]?.split(' ') ?? [];
    expect(copied).not.toBe(john);
    expect(atob(copied.split('.')[1] ?? '')).toBe('{"username":"text-1","note":"text-2"}');
    fireEvent.input(screen.getByRole('textbox', { name: 'Token' }), {
      target: { value: 'eyJhbGciOiJub25lIn0' },
    });
    await screen.findByText('Not a valid JWT, because:');
    expect(screen.queryByRole('button', { name: 'Copy redacted' })).toBeNull();
  });

  test('a text that cannot be mended is not offered as anything else', async () => {
    await openWindow(name, { paste: john.slice(0, -50) });
    expect(await screen.findByText('Not a valid JWT, because:')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Damaged text' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Not a JWT' })).toBeNull();
  });

  test.each([
    ['plain', flask, /"joe"/],
    ['compressed', flaskCompressed, /"joe"/],
  ])(
    'a Flask session cookie, %s, is named and read, and not shown as a JWT',
    async (_kind, text, content) => {
      await openWindow(name, { paste: text });
      const view = await waitFor(() => region('Not a JWT'));
      expect(view.getByText(/Flask session cookie/)).toBeTruthy();
      expect(view.getByText(/07:25:04 UTC/)).toBeTruthy();
      expect(await view.findByText(content)).toBeTruthy();
      expect(screen.queryByRole('region', { name: 'Payload' })).toBeNull();
      expect(screen.queryByRole('region', { name: 'Verdict' })).toBeNull();
    },
  );

  test.each([
    ['v4.public.eyJkYXRhIjoidGhpcyJ9', /PASETO/],
    ['123e4567-e89b-42d3-a456-426614174000', /UUID/],
    [`ghp_${'aB3'.repeat(12)}`, /GitHub/],
  ])('%s is named', async (text, says) => {
    const surroundings = await openWindow(name, { paste: text });
    expect(await waitFor(() => region('Not a JWT').getByText(says))).toBeTruthy();
    fireEvent.click(region('Not a JWT').getByRole('button', { name: 'Copy it' }));
    await waitFor(() => expect(surroundings.asked).toEqual([`copy ${text}`]));
  });
});
