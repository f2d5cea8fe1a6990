import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
let serial = 0;

/** Another address of this machine, which the manifest's host permissions do not name. */
const elsewhere = '127.0.0.2';

describe.each(['chromium', 'firefox'] as const)('a site that is not allowed yet, in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let reader: Tab;

  beforeAll(async () => {
    server = await startTruthServer(elsewhere);
    driver = await launch(engine, { extension: packages[engine] });
    reader = await openReader(driver);
    await driver.tab.visit(server.url);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const send = async () => {
    const token = issue({ user_id: ++serial });
    await driver.tab.run(`call('/api/site', ${json(token)})`);
    return token;
  };
  const logged = async () => valuesOf(await exchangesIn(reader));
  const popupSays = async () => {
    await driver.openPopup();
    const text = await until('the popup to show something', () =>
      driver.popup.run<string>('document.body.innerText'),
    );
    await driver.closePopup();
    return text;
  };

  test('is not seen, and the popup says so and offers to mend it', async () => {
    await send();
    expect(await logged()).toEqual([]);
    await driver.openPopup();
    await until('the offer', () =>
      driver.popup.run(
        '/allow/i.test([...document.querySelectorAll("button")].map((b) => b.innerText).join())',
      ),
    );
    await driver.closePopup();
  });

  test('is seen from the moment it is allowed, without a reload', async () => {
    await driver.grant('<all_urls>');
    const token = await send();
    await until('the capture', async () => (await logged()).includes(token));
    expect(await popupSays()).not.toMatch(/not allowed|may not/i);
  });

  test('is not seen any more when the permission is withdrawn', async () => {
    await driver.withdraw('<all_urls>');
    // The opened popup gave access to this page (activeTab), until the tab leaves it.
    await driver.tab.visit('about:blank');
    await driver.tab.visit(server.url);
    const before = await logged();
    await send();
    expect(await logged()).toEqual(before);
  });
});
