import { describe, expect, test } from 'vitest';
import { until } from './browsers/until';
import { stage } from './stage';

describe.each(['chromium', 'firefox'] as const)('a site that is not allowed yet, in %s', (engine) => {
  /** Another address of this machine, which the manifest's host permissions do not name. */
  const on = stage(engine, { host: '127.0.0.2' });

  const popupSays = async () => {
    await on.driver.openPopup();
    const text = await until('the popup to show something', () =>
      on.driver.popup.run<string>('document.body.innerText'),
    );
    await on.driver.closePopup();
    return text;
  };

  test('is not seen, and the popup says so and offers to mend it', async () => {
    await on.send();
    expect(await on.exchanges()).toEqual([]);
    await on.driver.openPopup();
    await until('the offer', () => on.driver.popup.has({ role: 'button', name: 'Allow this site' }));
    await on.driver.closePopup();
  });

  test('is seen from the moment it is allowed, without a reload', async () => {
    await on.driver.grant('<all_urls>');
    const [token = ''] = await on.send();
    await until('the capture', () => on.isLogged(token));
    expect(await popupSays()).not.toMatch(/not allowed|may not/i);
  });

  test('is not seen any more when the permission is withdrawn', async () => {
    await on.driver.withdraw('<all_urls>');
    // The opened popup gave access to this page (activeTab), until the tab leaves it.
    await on.driver.tab.visit('about:blank');
    await on.driver.tab.visit(on.server.url);
    const before = await on.exchanges();
    await on.send();
    expect(await on.exchanges()).toEqual(before);
  });
});
