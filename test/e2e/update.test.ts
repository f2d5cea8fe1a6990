import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import type { Driver, Target } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { type Profile, temporaryProfile } from './browsers/profile';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const OLD_VERSION = '0.0.1';
const gotIt: Target = { role: 'button', name: 'Got it' };
const told = `Updated to ${pkg.version}.`;

describe.each(['chromium', 'firefox'] as const)('an update in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let folder: Profile;
  let serial = 0;

  /** Puts the package into the folder that the browser loads, as if it were of that version. */
  const put = (version: string) => {
    cpSync(packages[engine], folder.folder, { recursive: true });
    const manifest = join(folder.folder, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }));
  };
  const send = async () => {
    const token = issue({ user_id: ++serial, exp: 4_000_000_000 });
    await driver.tab.run(`call('/api/x', ${JSON.stringify(token)})`);
    return token;
  };
  const popupSays = () => driver.popup.run<string>('document.body.innerText');

  beforeAll(async () => {
    folder = temporaryProfile();
    put(OLD_VERSION);
    server = await startTruthServer();
    driver = await launch(engine, { extension: folder.folder });
    await driver.tab.visit(server.url);
    await driver.openPopup();
    await until('the introduction', () => driver.popup.has(gotIt));
    await driver.popup.click(gotIt);
    await until('the introduction to go', async () => !(await driver.popup.has(gotIt)));
    await driver.closePopup();
    put(pkg.version);
    await driver.reinstall();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    folder?.remove();
  });

  test('captures again', async () => {
    const reader = await openReader(driver);
    await driver.tab.visit(server.url);
    const logged = async () => valuesOf(await exchangesIn(reader));
    // Until the browser has started the new version, nobody listens.
    const sent = new Set<string>();
    await until('a capture of the new version', async () => {
      sent.add(await send());
      return (await logged()).some((token) => sent.has(token));
    });
    const next = await send();
    await until('the next', async () => (await logged()).includes(next));
    await driver.openPopup();
    expect(await popupSays()).toContain('user_id');
    await driver.closePopup();
  });

  test('says once what is new', async () => {
    await driver.openPopup();
    await until('what is new', async () => (await popupSays()).includes(told));
    await driver.popup.click(gotIt);
    await until('it to go', async () => !(await popupSays()).includes(told));
    await driver.closePopup();
    await driver.openPopup();
    expect(await popupSays()).not.toContain(told);
    await driver.closePopup();
  });
});
