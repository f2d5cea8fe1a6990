import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';

const json = JSON.stringify;
const secret = 'a secret that is long enough for HS256';

/** Made in the page, so that megabytes need not travel there: the payload as an expression, then what must be shown of it. */
const payloads: [name: string, expression: string, shows: RegExp, leavesOut: boolean][] = [
  ['14 MB', `'{"sub":"big","data":"' + 'x'.repeat(10_500_000) + '"}'`, /sub\s+"big"/, false],
  [
    '100,000 claims',
    `'{' + Array.from({ length: 100_000 }, (_, at) => '"claim ' + at + '":' + at).join() + ',"sub":"many"}'`,
    /claim 0\s+0[\s\S]*claim 199\s+199[\s\S]*Show more/,
    true,
  ],
  [
    'a million nested arrays',
    `'{"sub":"deep","nested":' + '['.repeat(1_000_000) + ']'.repeat(1_000_000) + '}'`,
    /sub\s+"deep"/,
    false,
  ],
];

/** Enters a real HS256 token with that payload into the paste box. */
const enter = (payload: string) => `(async () => {
  const bytes = (text) => new TextEncoder().encode(text);
  const encoded = (data) => {
    let binary = '';
    for (let at = 0; at < data.length; at += 8192) binary += String.fromCharCode(...data.subarray(at, at + 8192));
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
  const input = encoded(bytes('{"alg":"HS256"}')) + '.' + encoded(bytes(${payload}));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes(${json(secret)}), hmac, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, bytes(input));
  const box = document.querySelector('textarea[aria-label="Token"]');
  box.value = input + '.' + encoded(new Uint8Array(signature));
  box.dispatchEvent(new Event('input', { bubbles: true }));
})()`;

describe.each(['chromium', 'firefox'] as const)('the popup in %s', (engine) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch(engine, { extension: packages[engine] });
  });
  afterAll(() => driver?.close());
  beforeEach(() => driver.openPopup());
  afterEach(async () => {
    await driver.popup.run(`(() => {
      const box = document.querySelector('textarea[aria-label="Token"]');
      box.value = '';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await driver.closePopup();
  });

  test.each(payloads)(
    'reads and verifies a token of %s, and answers meanwhile',
    async (name, payload, shows, leavesOut) => {
      const { popup } = driver;
      await popup.fill({ role: 'textbox', name: 'Secret or key' }, secret);
      await popup.run(enter(payload));
      let answers = 0;
      await until('the token to be read', async () => {
        const text = await popup.run<string>('document.body.innerText');
        if (text.includes('It is being read')) answers++;
        return popup.has('[aria-label="Payload"]');
      });
      expect(answers).toBeGreaterThan(1);
      const payloadText = () => popup.text({ role: 'region', name: 'Payload' });
      expect(await payloadText()).toMatch(shows);
      const page = await popup.run<string>('document.body.innerText');
      expect(page.includes('too large to be shown member by member')).toBe(leavesOut);
      expect(page).toMatch(/box shows the beginning/);
      const status = '[aria-label="Verdict"] [role=status]';
      await until('the signature to be verified', async () =>
        /verified/.test(await popup.run<string>(`document.querySelector(${json(status)}).textContent`)),
      );
      const saysNotKept = async () =>
        (await popup.run<string>('document.body.innerText')).includes('gone when this window closes');
      if (name === '14 MB') await until('the window to say that it is not kept', saysNotKept);
      else expect(await saysNotKept()).toBe(false);
      const elements = await popup.run<number>('document.querySelectorAll("*").length');
      expect(elements).toBeLessThan(10_000);
    },
  );

  test('diagnoses, compares and redacts a long token in a worker', async () => {
    const { popup } = driver;
    const says = (what: RegExp) => async () => what.test(await popup.run<string>('document.body.innerText'));
    const many = payloads[1]?.[1] ?? '';
    await popup.run(`chrome.storage.local.set({ settings: { by: 'a test', value: {
      expectations: { '*': { required: ['claim 99999', 'sub'] } } } } })`);
    await popup.fill({ role: 'textbox', name: 'Secret or key' }, `"${secret}"`);
    await popup.run(enter(many));
    await until('the doctor', says(/fits without its quotation marks/));
    await until('the comparison', says(/All that you expect/));
    await popup.click({ role: 'button', name: 'Copy redacted' });
    await until('the copy', says(/Copied/));
    await popup.run(`chrome.storage.local.remove('settings')`);
  });
});
