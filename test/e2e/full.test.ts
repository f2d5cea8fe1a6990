import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import {
  answerFirst,
  answerNext,
  goRound,
  inspect,
  lookUp,
  moveBorder,
  openWindow,
  walked,
} from './keyboardWalk';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const fullButton = { role: 'button', name: 'Open in a tab of its own' };
const scope = { role: 'combobox', name: 'Requests shown' };
const full = 'src/full.html';

describe.each(['chromium', 'firefox'] as const)('the full tab in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let tab: Tab | undefined;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(server.url);
    // It listens by then.
    await driver.background('1');
  });
  afterEach(async () => {
    await tab?.close();
    tab = undefined;
    await driver.closeDevtools();
    await driver.tab.activate();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const send = async (from: Tab, user: string) => {
    await from.run(`call('/api/full', ${json(issue({ sub: user }))})`);
  };
  const shows = (user: string) =>
    tab?.run<boolean>(`document.querySelector('[role=grid]')?.innerText.includes(${json(user)})`) ?? false;

  test('opens from the popup with what is in its paste box, and shows the requests of that tab', async () => {
    const pasted = issue({ sub: 'from-the-popup' });
    await send(driver.tab, 'own-tab');
    await driver.openPopup();
    await driver.popup.fill({ role: 'textbox', name: 'Token' }, pasted);
    await driver.popup.click(fullButton);
    tab = await driver.openedByItself(full);
    await until('the row', () => shows('own-tab'));
    await until('the pasted text', () =>
      tab?.run(`document.querySelector('textarea').value === ${json(pasted)}`),
    );
    expect(await tab.has(fullButton)).toBe(false);
  });

  test('opens from the panel, and shows the requests of all tabs when that is chosen', async () => {
    const other = await driver.openTab(server.url);
    await send(other, 'other-tab');
    await driver.tab.activate();
    await driver.openPanel();
    await driver.panel.click(fullButton);
    tab = await driver.openedByItself(full);
    await until('its own row', () => shows('own-tab'));
    expect(await shows('other-tab')).toBe(false);
    await tab.run(`(() => {
      const choice = document.querySelector('select.scope');
      choice.value = 'all';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    expect(await tab.has(scope)).toBe(true);
    await until('the other row', () => shows('other-tab'));
    await other.close();
  });

  test('clears what it shows, and puts it back', async () => {
    tab = await driver.extensionPage(full);
    await until('a row', () => shows('own-tab'));
    await tab.click({ role: 'button', name: 'Clear' });
    await until('no row', async () => !(await shows('own-tab')) && !(await shows('other-tab')));
    const undo = { role: 'button', name: 'Undo' };
    await until('the way back', async () => tab?.has(undo));
    await tab.click(undo);
    await until('the rows again', async () => (await shows('own-tab')) && (await shows('other-tab')));
  });

  describe('by keyboard alone, heard as assistive technology tells it', () => {
    const user = `john_doe_${engine}`;
    beforeAll(async () => {
      const now = Math.floor(Date.now() / 1000);
      const say = (path: string, username: string) =>
        driver.tab.run(`call('${path}', 'Bearer ${issue({ username, iat: now - 60, exp: now + 3600 })}')`);
      await say('/refused', user);
      await say('/api/me', 'jane_doe');
    });

    test.each(walked)('the %s answers the five questions, and loses no focus', async (name) => {
      const view = await openWindow[name](driver);
      if (name === 'full') tab = view as Tab;
      await goRound(view, name === 'popup');
      await answerFirst(view, new RegExp(`^${user}$`));
      await answerNext(view, 'your-secret-key', /\/refused/);
      // Firefox takes Escape for itself in its popups and its DevTools.
      await lookUp(view, 'Payload', name === 'full' || engine === 'chromium' ? 'Escape' : 'Enter');
      await inspect(view);
      if (name === 'popup') await driver.closePopup();
    });

    test('the border between list and token stays where it was left', async () => {
      tab = (await openWindow.full(driver)) as Tab;
      await moveBorder(tab);
      await tab.close();
      tab = (await openWindow.full(driver)) as Tab;
      await until('the border', () =>
        tab?.run(`document.querySelector('.splitter')?.getAttribute('aria-valuenow') === '75'`),
      );
    });
  });

  test('has no token in its address', async () => {
    await driver.openPopup();
    await driver.popup.fill({ role: 'textbox', name: 'Token' }, issue({ sub: 'secretive' }));
    await driver.popup.click(fullButton);
    tab = await driver.openedByItself(full);
    expect(await tab.run('location.search')).toMatch(/^\?tab=\d+$/);
  });
});
