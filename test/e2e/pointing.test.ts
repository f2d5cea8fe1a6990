import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue } from './truthServer';

describe.each(['chromium', 'firefox'] as const)('the popup in %s', (engine) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch(engine, { extension: packages[engine] });
    await driver.openPopup();
  });
  afterAll(() => driver?.close());

  test('a click on a character of the token marks the claim that it carries', async () => {
    const { popup } = driver;
    await popup.fill({ role: 'textbox', name: 'Token' }, issue({ only_claim: 'a value of some length' }));
    await until('the token', () => popup.has('.raw .payload'));
    const marked = () =>
      popup.run<string>(`document.querySelector('tr[aria-current] th')?.textContent ?? ''`);
    // What is fetched late may still push the token down between finding it and clicking.
    await until('the claim to be marked', async () => {
      await popup.click('.raw .payload');
      return (await marked()) === 'only_claim';
    });
    expect(await popup.has('.raw mark.payload')).toBe(true);
    await until('the parameter to be marked', async () => {
      await popup.click('.raw .header');
      return /^(alg|typ)$/.test(await marked());
    });
  });
});
