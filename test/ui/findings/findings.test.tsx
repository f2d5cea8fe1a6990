// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { signHs256 } from '../../preview/signing';
import { exchangeWith } from '../../preview/surroundings';
import { closeWindows, openWindow, windowNames } from '../windows';

const strong = 'q7Vn2-Xw8_Lr5Tz1Bc9Kd4Mf6Hg3Js0Pe-not-printed-anywhere';
const nowSeconds = Date.UTC(2026, 10, 22, 5, 49, 38) / 1000;
const claims = { sub: 'john_doe', iat: nowSeconds - 60, exp: nowSeconds + 600 };
const healthy = await signHs256(claims, strong);
const endless = await signHs256({ sub: 'john_doe', iat: nowSeconds }, strong);

const section = () => screen.findByRole('region', { name: 'Findings' });

afterEach(closeWindows);

describe.each(windowNames)('findings in the %s', (name) => {
  test('says that there are none where nothing is wrong', async () => {
    await openWindow(name, { paste: healthy });
    expect((await section()).textContent).toContain('None');
  });

  test('tells what it means and what to do, with the section of the standard', async () => {
    await openWindow(name, { paste: endless });
    const found = await within(await section()).findByText('It never expires');
    expect((await section()).textContent).toContain('Medium 1');
    fireEvent.click(found);
    expect(screen.getByText('RFC 7519 section 4.1.4')).toBeTruthy();
    expect(screen.getByText('Once stolen it is good for ever.')).toBeTruthy();
  });

  test('warns of a secret that verifies and that everybody knows', async () => {
    await openWindow(name, { paste: await signHs256(claims, 'your-secret-key'), key: 'your-secret-key' });
    expect(await within(await section()).findByText('The secret is one that everybody knows')).toBeTruthy();
  });

  test('is silent about a rule that was muted, for its origin alone or everywhere', async () => {
    const surroundings = await openWindow(name, { exchanges: [exchangeWith(endless)] });
    await within(await section()).findByText('It never expires');
    fireEvent.click(screen.getByRole('button', { name: 'Mute for http://127.0.0.1:5000' }));
    expect(surroundings.settings.value.mutedFindings).toEqual([
      { rule: 'no-expiry', origin: 'http://127.0.0.1:5000' },
    ]);
    await waitFor(() => expect(screen.queryByText('It never expires')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: '1 muted finding' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Unmute' }));
    expect(surroundings.settings.value.mutedFindings).toEqual([]);
    await screen.findByText('It never expires');
    fireEvent.click(screen.getByRole('button', { name: 'Mute everywhere' }));
    expect(surroundings.settings.value.mutedFindings).toEqual([{ rule: 'no-expiry' }]);
  });

  test('copies a report that holds nothing of the token', async () => {
    const surroundings = await openWindow(name, { exchanges: [exchangeWith(endless)] });
    await within(await section()).findByText('It never expires');
    fireEvent.click(await screen.findByRole('button', { name: 'Copy as Markdown This token' }));
    await waitFor(() => expect(surroundings.asked).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as JSON This token' }));
    await waitFor(() => expect(surroundings.asked).toHaveLength(2));
    const [markdown = '', json = ''] = surroundings.asked;
    expect(markdown).toContain('**Medium: It never expires**');
    expect(JSON.parse(json.slice('copy '.length)).tokens[0].findings[0].rule).toBe('no-expiry');
    for (const part of [...endless.split('.'), 'john_doe']) expect(markdown + json).not.toContain(part);
  });

  test.each([
    ['Save as Markdown', 'claimscope-findings-2026-11-22-0549.md', 'text/markdown'],
    ['Save as JSON', 'claimscope-findings-2026-11-22-0549.json', 'application/json'],
  ])('%s saves the same as a file', async (button, file, mediaType) => {
    const saved: { name: string; blob: Blob | undefined }[] = [];
    let made: Blob | undefined;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made = blob as Blob;
      return 'blob:saved';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: made });
    });
    await openWindow(name, { exchanges: [exchangeWith(endless)] });
    await within(await section()).findByText('It never expires');
    fireEvent.click(await screen.findByRole('button', { name: `${button} This token` }));
    await waitFor(() =>
      expect(saved.map((each) => [each.name, each.blob?.type])).toEqual([[file, mediaType]]),
    );
    const text = await saved[0]?.blob?.text();
    expect(text).toContain('It never expires');
    for (const part of [...endless.split('.'), 'john_doe']) expect(text).not.toContain(part);
    vi.restoreAllMocks();
  });
});
