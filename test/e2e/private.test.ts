import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const api = '(globalThis.browser ?? chrome)';
let serial = 0;

describe.each(['firefox'] as const)('private windows in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let reader: Tab;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine], privateWindows: true });
    reader = await openReader(driver);
    await driver.tab.visit(server.url);
    await until('the extension in private windows', () =>
      reader.run(`${api}.extension.isAllowedIncognitoAccess()`),
    );
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const fresh = () => issue({ user_id: ++serial });
  const openPrivate = (...urls: string[]) =>
    reader.run(`${api}.windows.create({ incognito: true, url: ${json(urls)} }).then(() => 1)`);
  /** Closes all private windows, from one of our pages that knows of them; it may go with them. */
  const closePrivate = (from: Tab) =>
    from
      .run(`${api}.windows.getAll().then((all) => Promise.all(
        all.filter(({ incognito }) => incognito).map(({ id }) => ${api}.windows.remove(id)))).then(() => 1)`)
      .catch(() => {});
  const inNormal = async () => valuesOf((await exchangesIn(reader)).filter(({ incognito }) => !incognito));

  test('what happens there is told there alone, and forgotten with the last of them', async () => {
    const [hidden, open] = [fresh(), fresh()];
    const page = `${server.url}/api/private?access_token=${hidden}`;
    const inside = reader;
    await openPrivate(page);
    await driver.tab.run(`call('/api/open', '${open}')`);
    await until('both captures', async () => {
      const there = valuesOf(await exchangesIn(inside)).includes(hidden);
      return there && (await inNormal()).includes(open);
    });
    expect(await inNormal()).not.toContain(hidden);
    const full = await driver.extensionPage('src/full.html');
    await until('the full tab', () => full.run('document.documentElement.dataset.ready'));
    const shown = await full.run<string>('document.body.innerText');
    expect(shown).toContain('1 token');
    await full.close();
    await closePrivate(inside);
    await until(
      'the private capture to be gone',
      async () => !valuesOf(await exchangesIn(reader)).includes(hidden),
    );
    expect(await inNormal()).toContain(open);
  });

  test('a token that is tried there and one that is tried here do not touch each other', async () => {
    const [normal, hidden] = [fresh(), fresh()];
    const pages = [`${server.url}/api/first`];
    await openPrivate(...pages);
    const inside = reader;
    const tabId = (from: Tab, incognito: boolean) =>
      until('the tab', () =>
        from.run<number>(`${api}.tabs.query({}).then((tabs) => tabs.find(({ url = '', incognito }) =>
          url.startsWith('${server.url}') && incognito === ${incognito})?.id)`),
      );
    const tryIt = async (from: Tab, id: number, value: string) => {
      const target = { place: 'request-header', name: 'authorization' };
      const rest = { origin: server.url, initiators: [server.url], target, action: 'add', value };
      await from.run(
        `${api}.runtime.sendMessage(${json({ command: 'override', argument: { tabId: id, ...rest } })})`,
      );
    };
    const here = async () => {
      await driver.tab.run(`fetch('/api/here').then(() => 1)`);
      return server.received.at(-1)?.authorization;
    };
    const there = await tabId(inside, true);
    await tryIt(reader, await tabId(reader, false), normal);
    await tryIt(inside, there, hidden);
    await inside.run(`${api}.tabs.update(${there}, { url: '${server.url}/api/there' }).then(() => 1)`);
    const received = await until('the private request', () =>
      server.received.find(({ url }) => url === '/api/there'),
    );
    expect([received.authorization, await here()]).toEqual([hidden, normal]);

    const full = await driver.extensionPage('src/full.html');
    await until('the banner', async () =>
      (await full.run<string>('document.body.innerText')).includes('Stop'),
    );
    expect(await full.run(`document.querySelectorAll('section.override').length`)).toBe(1);
    await full.close();
    await closePrivate(inside);
    expect(await here()).toBe(normal);
  });
});
