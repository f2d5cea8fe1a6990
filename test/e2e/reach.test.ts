import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const api = '(globalThis.browser ?? chrome)';

describe.each(['chromium', 'firefox'] as const)('reaching a token from a page in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const token = (username: string) => issue({ username, exp: 4_000_000_000 });

  test.each([
    [
      'selected text',
      'ann',
      (text: string) => `<p>${text}</p>`,
      'getSelection().selectAllChildren(document.querySelector("p"))',
      'p',
    ],
    [
      'text selected in a box',
      'ben',
      (text: string) => `<textarea>${text}</textarea>`,
      'document.querySelector("textarea").select()',
      'textarea',
    ],
    ['a link', 'cyd', (text: string) => `<a href="/x#id_token=${text}">link</a>`, '0', 'a'],
  ])(
    '"Inspect token" on %s opens it in the full tab, and no address holds it',
    async (_what, who, html, select, target) => {
      const text = token(who);
      await driver.tab.activate();
      await driver.tab.visit(server.url);
      await driver.tab.run(`(document.body.innerHTML = ${json(html(text))}, ${select}, 1)`);
      await driver.chooseMenuItem(driver.tab, target);
      const full = await driver.openedByItself('src/full.html');
      await until('the token', async () => (await full.run<string>('document.body.innerText')).includes(who));
      expect(await full.run<string>('location.href')).not.toContain(text.slice(0, 20));
      await full.close();
    },
  );

  test('a request is revealed in the Network panel, where the browser has a way', async () => {
    const text = token('dan');
    await driver.tab.activate();
    await driver.tab.visit(server.url);
    await driver.openPanel();
    await driver.tab.run(`call('/api/reveal?a=1', ${json(text)})`);
    const request = { role: 'button', name: '/api/reveal?a=1' };
    if (engine === 'firefox') {
      await until('the request', async () =>
        (await driver.panel.run<string>('document.body.innerText')).includes('/api/reveal'),
      );
      expect(await driver.panel.has(request)).toBe(false);
    } else {
      await until('the request', () => driver.panel.has(request));
      await driver.panel.click(request);
      const filter = await until('the Network panel', () => driver.networkFilter());
      expect(filter.trim()).toBe(`url:${server.url}/api/reveal?a=1 method:GET`);
    }
    await driver.closeDevtools();
  });

  test('the item is one, and the shortcuts are known to the browser', async () => {
    const commands = await driver.background<{ name: string; shortcut: string }[]>(
      `${api}.commands.getAll()`,
    );
    const shortcuts = Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
    expect(Object.keys(shortcuts).sort()).toEqual(['_execute_action', 'open_full_tab']);
  });
});
