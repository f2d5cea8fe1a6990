import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFlask } from '../../demo/flask';
import { type Site, secret } from '../../demo/site';
import type { Driver } from '../e2e/browsers/driver';
import { launch, packages } from '../e2e/browsers/launch';
import { until } from '../e2e/browsers/until';

const keyBox = { role: 'textbox', name: 'Secret or key' };
const make = { role: 'button', name: 'Make a token' };
const sign = { role: 'button', name: 'Sign' };
const madeText = '.made .source';

describe.each(['chromium', 'firefox'] as const)('as a new user, in %s', (engine) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    [site, driver] = await Promise.all([startFlask(), launch(engine, { extension: packages[engine] })]);
    await driver.tab.visit(site.url);
  });
  afterAll(() => Promise.all([driver?.close(), site?.close()]));

  /** What the guide's app answers to a token in the raw header that its decorator reads. */
  const answerTo = (token: string) =>
    driver.tab.run<{ status: number; message: string }>(`fetch('/protected', {
      headers: { Authorization: ${JSON.stringify(token)} },
    }).then(async (response) => ({ status: response.status, message: (await response.json()).message }))`);

  test('a token that the guide’s Flask app accepts, made from nothing in three steps', async () => {
    await driver.openPopup();
    await driver.popup.click(make);
    const bench = await driver.openedByItself('src/full.html');
    await until('the workbench', () => bench.has(sign));
    // The first step. The guide's token is there already.
    await bench.fill(keyBox, secret);
    await until('the key', async () => (await bench.text({ role: 'combobox', name: 'Key' })) !== '');
    // The second one.
    await bench.click(sign);
    await until('the token', () => bench.has(madeText));
    expect(await bench.text('.bench-status')).toContain('Signed by you: HS256');
    // The third one.
    await bench.click({ role: 'button', name: 'Copy token' });
    await until('the copy', async () => (await bench.text('.made .copy')).includes('Copied'));
    const token = await bench.text(madeText);
    expect(await answerTo(token)).toEqual({ status: 200, message: 'Hello, john_doe' });

    await bench.click({ role: 'button', name: 'Expired' });
    await until('no token', async () => !(await bench.has(madeText)));
    await bench.press('Tab');
    await bench.click(sign);
    await until('the next token', () => bench.has(madeText));
    const expired = await bench.text(madeText);
    expect(await answerTo(expired)).toEqual({ status: 401, message: 'Token has expired' });
    await bench.close();
  });
});
