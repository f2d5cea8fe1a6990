import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const api = '(globalThis.browser ?? chrome)';

describe.each(['chromium', 'firefox'] as const)('a background that ends, in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let reader: Tab;
  let serial = 0;

  beforeAll(async () => {
    server = await startTruthServer();
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
    await driver.tab.run(`call('/api/session', ${json(token)})`);
    return token;
  };
  const isLogged = async (token: string) => valuesOf(await exchangesIn(reader)).includes(token);

  test('the coverage note says when a busy background was killed', async () => {
    const token = await send();
    await until('the capture', () => isLogged(token));
    await driver.killBackground();
    await send();
    await driver.openPopup();
    await until('the note', () =>
      driver.popup.run('/restarted Claimscope at/.test(document.body.innerText)'),
    );
    await driver.closePopup();
  });

  test('an update waits and says so; once it is installed, the page goes on and is captured again', async () => {
    await reader.run(`${api}.storage.session.set({ update: { by: '', value: { version: '9.9.9' } } })`);
    await driver.openPopup();
    await until('the note', () => driver.popup.run('/Version 9.9.9 is ready/.test(document.body.innerText)'));
    await driver.closePopup();
    await driver.reinstall();
    reader = await openReader(driver);
    await driver.background('1');
    const after = await send();
    await until('a capture by the new one', () => isLogged(after));
  });
});
