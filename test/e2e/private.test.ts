import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from './browsers/driver';
import { until } from './browsers/until';
import { exchangesIn, valuesOf } from './sessionLog';
import { stage } from './stage';

const json = JSON.stringify;
const api = '(globalThis.browser ?? chrome)';

describe.each(['firefox'] as const)('private windows in %s', (engine) => {
  const on = stage(engine, { privateWindows: true });
  beforeAll(() =>
    until('the extension in private windows', () =>
      on.reader.run(`${api}.extension.isAllowedIncognitoAccess()`),
    ),
  );

  const openPrivate = (...urls: string[]) =>
    on.reader.run(`${api}.windows.create({ incognito: true, url: ${json(urls)} }).then(() => 1)`);
  /** Closes all private windows, from one of our pages that knows of them; it may go with them. */
  const closePrivate = (from: Tab) =>
    from
      .run(`${api}.windows.getAll().then((all) => Promise.all(
        all.filter(({ incognito }) => incognito).map(({ id }) => ${api}.windows.remove(id)))).then(() => 1)`)
      .catch(() => {});
  const inNormal = async () => valuesOf((await exchangesIn(on.reader)).filter(({ incognito }) => !incognito));

  test('what happens there is told there alone, and forgotten with the last of them', async () => {
    const [hidden, open] = [on.fresh(), on.fresh()];
    const page = `${on.server.url}/api/private?access_token=${hidden}`;
    const inside = on.reader;
    await openPrivate(page);
    await on.driver.tab.run(`call('/api/open', '${open}')`);
    await until('both captures', async () => {
      const there = valuesOf(await exchangesIn(inside)).includes(hidden);
      return there && (await inNormal()).includes(open);
    });
    expect(await inNormal()).not.toContain(hidden);
    const full = await on.driver.extensionPage('src/full.html');
    await until('the full tab', () => full.run('document.documentElement.dataset.ready'));
    const shown = await full.run<string>('document.body.innerText');
    expect(shown).toContain('1 token');
    await full.close();
    await closePrivate(inside);
    await until(
      'the private capture to be gone',
      async () => !valuesOf(await exchangesIn(on.reader)).includes(hidden),
    );
    expect(await inNormal()).toContain(open);
  });

  test('a token that is tried there and one that is tried here do not touch each other', async () => {
    const [normal, hidden] = [on.fresh(), on.fresh()];
    const pages = [`${on.server.url}/api/first`];
    await openPrivate(...pages);
    const inside = on.reader;
    const tabId = (from: Tab, incognito: boolean) =>
      until('the tab', () =>
        from.run<number>(`${api}.tabs.query({}).then((tabs) => tabs.find(({ url = '', incognito }) =>
          url.startsWith('${on.server.url}') && incognito === ${incognito})?.id)`),
      );
    const tryIt = async (from: Tab, id: number, value: string) => {
      const target = { place: 'request-header', name: 'authorization' };
      const rest = { origin: on.server.url, initiators: [on.server.url], target, action: 'add', value };
      await from.run(
        `${api}.runtime.sendMessage(${json({ command: 'override', argument: { tabId: id, ...rest } })})`,
      );
    };
    const here = async () => {
      await on.driver.tab.run(`fetch('/api/here').then(() => 1)`);
      return on.server.received.at(-1)?.authorization;
    };
    const there = await tabId(inside, true);
    await tryIt(on.reader, await tabId(on.reader, false), normal);
    await tryIt(inside, there, hidden);
    await inside.run(`${api}.tabs.update(${there}, { url: '${on.server.url}/api/there' }).then(() => 1)`);
    const received = await until('the private request', () =>
      on.server.received.find(({ url }) => url === '/api/there'),
    );
    expect([received.authorization, await here()]).toEqual([hidden, normal]);

    const full = await on.driver.extensionPage('src/full.html');
    await until('the banner', async () =>
      (await full.run<string>('document.body.innerText')).includes('Stop'),
    );
    expect(await full.run(`document.querySelectorAll('section.override').length`)).toBe(1);
    await full.close();
    await closePrivate(inside);
    expect(await here()).toBe(normal);
  });
});
