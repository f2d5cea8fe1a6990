import { afterEach, describe, expect, test } from 'vitest';
import type { Tab } from './browsers/driver';
import { until } from './browsers/until';
import { stage } from './stage';
import { addressOf } from './truthServer';

const json = JSON.stringify;
const api = '(globalThis.browser ?? chrome)';
const hosts = ['*://localhost/*', '*://127.0.0.1/*'];

describe.each(['chromium', 'firefox'] as const)('a session in %s', (engine) => {
  const on = stage(engine);
  afterEach(() => set({}));

  const set = (settings: object) =>
    on.reader.run(
      `${api}.storage.local.set(${json({ settings: { by: '', value: { nearExpirySeconds: 300, ...settings } } })})`,
    );
  const sendOne = async (from?: Tab) => (await on.send(1, from)).join();
  const logged = (token: string) => until('a token to be captured', () => on.isLogged(token));
  const gone = (token: string) => until('a token to be forgotten', async () => !(await on.isLogged(token)));
  /** The one exchange of each token. */
  const exchangesOf = async (tokens: readonly string[]) =>
    (await on.exchanges()).filter(({ captures }) => tokens.includes(captures[0]?.token ?? ''));
  const seenByBoth = (tokens: readonly string[]) =>
    until('both feeds to have told of all', async () => {
      const found = await exchangesOf(tokens);
      return found.length === tokens.length && found.every(({ feeds }) => feeds.length === 2) && found;
    });

  test('a burst of 1,000 requests is captured, each once', async () => {
    await on.send(1_000);
    await on.loggedTruth();
  });

  test('DevTools that open and close again and again lose nothing and tell nothing twice', async () => {
    for (let round = 0; round < 3; round++) {
      await on.driver.openPanel();
      await seenByBoth(await on.send(10));
      await on.driver.closeDevtools();
      await on.send(10);
    }
    await on.loggedTruth();
  });

  test('DevTools of several tabs and windows, docked anew, each tell of their own page alone', async () => {
    const pages = [
      on.driver.tab,
      await on.driver.openTab(on.server.url),
      await on.driver.openWindow(on.server.url),
    ];
    const devtools = [];
    for (const page of pages) devtools.push(await on.driver.openDevtools(page));
    const tabs = new Set<number>();
    for (const side of ['bottom', 'window', 'right'] as const) {
      await Promise.all(devtools.map((one) => one.dock(side)));
      const sent = await Promise.all(pages.map((page) => on.send(10, page)));
      for (const tokens of sent) {
        const ids = new Set((await seenByBoth(tokens)).map(({ tabId }) => tabId));
        expect(ids.size).toBe(1);
        for (const id of ids) tabs.add(id);
      }
    }
    expect(tabs.size).toBe(pages.length);
    for (const one of devtools) await one.close();
    await on.loggedTruth();
    for (const page of pages.slice(1)) await page.close();
    await on.driver.tab.activate();
  });

  test('navigation, and going back to a page that was kept, lose nothing', async () => {
    await on.send();
    await on.driver.tab.run(
      'void addEventListener("pageshow", ({ persisted }) => { window.kept = persisted; })',
    );
    await on.driver.tab.visit(`${on.server.url}/frame`);
    await on.send();
    await on.driver.tab.run('void history.back()');
    await until('the page before, as it was', () => on.driver.tab.run('window.kept'));
    await on.send();
    await on.loggedTruth();
  });

  test('tabs are told apart', async () => {
    const other = await on.driver.openTab(on.server.url);
    const mine = await sendOne();
    const theirs = await sendOne(other);
    await on.loggedTruth();
    const [one, two] = await exchangesOf([mine, theirs]);
    expect(one?.tabId).not.toBe(two?.tabId);
    await other.close();
    expect(await on.isLogged(theirs)).toBe(true);
    await on.driver.tab.activate();
  });

  test('where the user wants it, what a tab sent is forgotten with it', async () => {
    await set({ forgetWithTab: true });
    const other = await on.driver.openTab(on.server.url);
    const mine = await sendOne();
    const theirs = await sendOne(other);
    await logged(mine);
    await logged(theirs);
    await other.close();
    await gone(theirs);
    expect(await on.isLogged(mine)).toBe(true);
    await on.driver.tab.activate();
  });

  test('where the user wants it, what a page sent is forgotten when the tab leaves it', async () => {
    await set({ forgetOnNavigation: true });
    const before = await sendOne();
    await logged(before);
    await on.driver.tab.visit(`${on.server.url}/`);
    const after = await sendOne();
    await gone(before);
    await logged(after);
  });

  describe('with DevTools alone', () => {
    test('what a page sent is forgotten, too, when the tab leaves it', async () => {
      for (const host of hosts) await on.driver.withdraw(host);
      await set({ forgetOnNavigation: true });
      await on.driver.openPanel();
      const before = await sendOne();
      await logged(before);
      await on.driver.tab.visit(`${on.server.url}/`);
      const after = await sendOne();
      await gone(before);
      await logged(after);
    });

    test('a body that is too long is read only when asked for, as the panel says', async () => {
      const token = on.fresh();
      const body = addressOf({ headers: { 'content-type': 'text/plain' }, body: token, padding: 5_000_000 });
      await on.driver.tab.run(`send(${json(body)})`);
      await until('the note', async () =>
        /Bodies that were too long to read: 1/.test(await on.driver.panel.run('document.body.innerText')),
      );
      expect(await on.isLogged(token)).toBe(false);
      await on.driver.panel.click('.is-bodies');
      await logged(token);
    });
  });

  test('once DevTools are closed and hosts are given back, the background goes on alone', async () => {
    await on.driver.closeDevtools();
    for (const host of hosts) await on.driver.grant(host);
    const token = await sendOne();
    await logged(token);
    expect(await on.exchangesWith(token)).toMatchObject([{ feeds: ['webRequest'] }]);
  });
});
