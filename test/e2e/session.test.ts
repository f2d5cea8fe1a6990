import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const api = '(globalThis.browser ?? chrome)';

describe.each(['chromium', 'firefox'] as const)('a session in %s', (engine) => {
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
  afterEach(() => set({}));
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const set = (settings: object) =>
    reader.run(
      `${api}.storage.local.set(${json({ settings: { by: '', value: { nearExpirySeconds: 300, ...settings } } })})`,
    );
  const truth = () => server.received.flatMap(({ authorization }) => authorization ?? []).toSorted();
  const logged = async () => valuesOf(await exchangesIn(reader)).toSorted();
  const allLogged = () =>
    until(
      'the log to hold as many captures as the server received',
      async () => (await logged()).length >= truth().length,
    );
  const send = async (tab: Tab, count = 1) => {
    const tokens = Array.from({ length: count }, () => issue({ user_id: ++serial }));
    await tab.run(`Promise.all(${json(tokens)}.map((token) => call('/api/session', token)))`);
    return tokens;
  };
  const isLogged = async (token = '') => (await logged()).includes(token);
  const gone = (token = '') => until('a token to be forgotten', async () => !(await isLogged(token)));

  test('a burst of 1,000 requests is captured, each once', async () => {
    await send(driver.tab, 1_000);
    await allLogged();
    expect(await logged()).toEqual(truth());
  });

  test('DevTools that open and close again and again lose nothing and tell nothing twice', async () => {
    for (let round = 0; round < 3; round++) {
      await driver.openPanel();
      await send(driver.tab, 10);
      await allLogged();
      await driver.closeDevtools();
      await send(driver.tab, 10);
    }
    await allLogged();
    // What DevTools tells late of a request must find its partner.
    await new Promise((done) => setTimeout(done, 2_000));
    expect(await logged()).toEqual(truth());
  });

  test('navigation, and going back to a page that was kept, lose nothing', async () => {
    await send(driver.tab);
    await driver.tab.visit(`${server.url}/frame`);
    await driver.tab.run(`call('/api/session', ${json(issue({ user_id: ++serial }))})`);
    await driver.tab.run('void history.back()');
    await until('the page before', () => driver.tab.run('typeof senders === "object"'));
    await send(driver.tab);
    await allLogged();
    expect(await logged()).toEqual(truth());
  });

  test('tabs are told apart', async () => {
    const other = await driver.openTab(server.url);
    const [mine] = await send(driver.tab);
    const [theirs] = await send(other);
    await allLogged();
    const tabOf = async (token = '') =>
      (await exchangesIn(reader)).find(({ captures }) => captures.some((one) => one.token === token))?.tabId;
    expect(await tabOf(mine)).not.toBe(await tabOf(theirs));
    await other.close();
    expect(await isLogged(theirs)).toBe(true);
    await driver.tab.activate();
  });

  test('where the user wants it, what a tab sent is forgotten with it', async () => {
    await set({ forgetWithTab: true });
    const other = await driver.openTab(server.url);
    const [mine] = await send(driver.tab);
    const [theirs] = await send(other);
    await until('both', async () => (await isLogged(mine)) && (await isLogged(theirs)));
    await other.close();
    await gone(theirs);
    expect(await isLogged(mine)).toBe(true);
    await driver.tab.activate();
  });

  test('where the user wants it, what a page sent is forgotten when the tab leaves it', async () => {
    await set({ forgetOnNavigation: true });
    const [before] = await send(driver.tab);
    await until('the first', () => isLogged(before));
    await driver.tab.visit(`${server.url}/`);
    const [after] = await send(driver.tab);
    await gone(before);
    await until('the second', () => isLogged(after));
  });

  test('so it is with DevTools alone', async () => {
    const hosts = ['*://localhost/*', '*://127.0.0.1/*'];
    for (const host of hosts) await driver.withdraw(host);
    await set({ forgetOnNavigation: true });
    await driver.openPanel();
    const [before] = await send(driver.tab);
    await until('the first', () => isLogged(before));
    await driver.tab.visit(`${server.url}/`);
    const [after] = await send(driver.tab);
    await gone(before);
    await until('the second', () => isLogged(after));
    await driver.closeDevtools();
    for (const host of hosts) await driver.grant(host);
    await driver.tab.activate();
  });
});
