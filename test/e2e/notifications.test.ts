import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const nowSeconds = () => Math.floor(Date.now() / 1000);
const choice = { role: 'checkbox', name: 'Notify me when a token in use is about to expire or has expired' };

const stateOfChoice = `[...document.querySelectorAll('[aria-label=Settings] label')]
  .map((label) => label.textContent + label.querySelector('input')?.checked + label.querySelector('input')?.disabled)
  .join() + document.querySelector('[aria-label=Settings] [role=status]')?.textContent`;

// Chromium shows a prompt of its own for this permission, out of every driver's reach.
describe('notifications in Firefox', () => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch('firefox', {
      extension: packages.firefox,
      prefs: { 'extensions.webextOptionalPermissionPrompts': false },
    });
    await driver.tab.visit(server.url);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const send = (claims: object) => driver.tab.run(`call('/api/notify', ${JSON.stringify(issue(claims))})`);
  // Without a desktop no notification stays; what the user was told of is noted.
  const notes = () =>
    driver.background<string[]>(
      "browser.storage.session.get('notified').then(({ notified = [] }) => notified)",
    );
  const holds = () =>
    driver.background<boolean>("browser.permissions.contains({ permissions: ['notifications'] })");

  test('are not allowed before the user has asked for them', async () => {
    expect(await holds()).toBe(false);
  });

  test('are asked for by a click, and then tell of a token that is about to expire and has expired', async () => {
    await driver.openPopup();
    await driver.popup.click({ role: 'button', name: 'Settings' });
    // The sheet comes as a whole, so that nothing moves under the pointer any more.
    await until('the choices', () => driver.popup.has(choice));
    await driver.popup.click(choice);
    await until('the permission', async () =>
      (await holds()) ? true : Promise.reject(new Error(await driver.popup.run(stateOfChoice))),
    );
    await driver.closePopup();
    await send({ username: 'ada', iat: nowSeconds() - 600, exp: nowSeconds() + 6 });
    await until('the warning', async () => (await notes()).some((name) => name.startsWith('expiring')));
    await until('the word that it has expired', async () =>
      (await notes()).some((name) => name.startsWith('expired')),
    );
  });
});
