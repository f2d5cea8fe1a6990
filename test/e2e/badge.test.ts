import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const nowSeconds = () => Math.floor(Date.now() / 1000);

describe.each(['chromium', 'firefox'] as const)('the badge in %s', (engine) => {
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

  const send = (claims: object, how = 'call') =>
    driver.tab.run(`${how}('/api/badge', ${JSON.stringify(issue(claims))})`);
  const badgeTurns = (text: string) =>
    until(`the badge to read "${text}"`, async () => (await driver.badge()).text === text);

  test('says nothing of a token with an hour left', async () => {
    await driver.tab.visit(server.url);
    await send({ exp: nowSeconds() + 3600 });
    expect((await driver.badge()).text).toBe('');
  });

  test('turns from expiring to expired by itself, and says so in words', async () => {
    await send({ iat: nowSeconds() - 600, exp: nowSeconds() + 6 });
    await badgeTurns('!');
    expect((await driver.badge()).title).toContain('about to expire: 1');
    await badgeTurns('✕');
    expect((await driver.badge()).title).toContain('Expired tokens in use on this page: 1');
  });

  test('survives a reload of the page and the death of the background', async () => {
    await driver.killBackground();
    await driver.tab.visit(`${server.url}/`);
    await badgeTurns('✕');
  });

  test('goes when the token has been refreshed', async () => {
    await send({ exp: nowSeconds() + 3600 });
    await badgeTurns('');
  });

  test("counts the page's service worker in", async () => {
    await send({ exp: nowSeconds() - 10 }, 'inServiceWorker');
    await badgeTurns('✕');
  });

  test('shows another icon while the tab is not recorded, and says so', async () => {
    await driver.openPopup();
    const record = (on: boolean) =>
      driver.popup.run(`(async () => {
        const { tabs, runtime } = globalThis.browser ?? chrome;
        const [{ id }] = await tabs.query({ active: true, currentWindow: true });
        await runtime.sendMessage({ command: 'setRecording', argument: { tabId: id, on: ${on}, fromMs: Date.now() } });
      })()`);
    const saysPaused = async () => (await driver.badge()).title.includes('Recording is paused');
    await record(false);
    await until('the pause', saysPaused);
    await driver.popup.run(`(async () => {
      const path = { 16: '/icons/paused-16.png', 32: '/icons/paused-32.png' };
      await (globalThis.browser ?? chrome).action.setIcon({ path });
      const icon = new Image();
      icon.src = path[32];
      await icon.decode();
      if (icon.naturalWidth !== 32) throw new Error(\`\${icon.naturalWidth}\`);
    })()`);
    await record(true);
    await until('the recording', async () => !(await saysPaused()));
    await driver.closePopup();
  });

  test('does not flag another tab', async () => {
    const other = await driver.openTab('about:blank');
    await other.activate();
    expect((await driver.badge()).text).toBe('');
    await other.close();
  });
});
