import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const nowSeconds = () => Math.floor(Date.now() / 1000);
const json = JSON.stringify;

describe.each(['chromium', 'firefox'] as const)('time in the panel in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(server.url);
    await driver.openPanel();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const send = (claims: object) => driver.tab.run(`call('/api/time', ${json(issue(claims))})`);
  const panel = <T>(expression: string) => driver.panel.run<T>(expression);

  test('the banner turns from expiring to expired at the right second', async () => {
    const exp = nowSeconds() + 6;
    await send({ username: 'ada', iat: exp - 600, exp });
    await until('the banner', async () => /expires in/.test(await driver.panel.text('.notices')));
    // Noted by the panel itself, as this test sees it only now and then.
    await panel(`window.turned = new Promise((done) => {
      const notices = document.querySelector('.notices');
      const watch = new MutationObserver(() => {
        if (/has expired/.test(notices.textContent)) done(Date.now());
      });
      watch.observe(notices, { subtree: true, childList: true, characterData: true });
    }), true`);
    const turnedMs = await panel<number>('window.turned');
    expect(turnedMs).toBeGreaterThanOrEqual(exp * 1000);
    expect(turnedMs).toBeLessThan(exp * 1000 + 1_500);
  });

  test('the timeline has a lane for the lineage, and the keyboard reads its events', async () => {
    await send({ username: 'ada', iat: nowSeconds(), exp: nowSeconds() + 3600 });
    await driver.panel.click('.drawer-handle');
    await until('the lane', async () =>
      /Authorization · 2 tokens/.test(await panel('document.querySelector(".tl-name").textContent')),
    );
    await panel('document.querySelector(".tl-scroll").focus()');
    await driver.panel.press('Home');
    const told = () => panel<string>('document.querySelector(".tl-frame [role=status]").textContent');
    await until('the first event', async () => /First seen in use/.test(await told()));
    await driver.panel.press('ArrowRight');
    await until('the next event', async () => /Sent with GET \/api\/time: 200/.test(await told()));
    expect(await told()).toMatch(/UTC/);
    await driver.panel.press('Enter');
    await until('its token', async () => /expired/i.test(await driver.panel.text('.view .verdict')));
  });

  test('a click on a mark shows its token, and dragging moves the picture', async () => {
    const moved = () => panel<string>('document.querySelector(".tl-picture > g").getAttribute("transform")');
    const before = await moved();
    await driver.panel.press('+');
    await panel(`(() => {
      const scroller = document.querySelector('.tl-scroll');
      scroller.dispatchEvent(new WheelEvent('wheel', { deltaX: 60, cancelable: true }));
      return true;
    })()`);
    await until('the picture to move', async () => (await moved()) !== before);
    await driver.panel.press('0');
    await until('all of it again', async () => /^translate\((-?0|0) 0\)$/.test(await moved()));
  });

  test('the picture is saved as SVG and as PNG, without any token in it', async () => {
    // The link that saves is caught before the browser would ask where to.
    await panel(`window.saved = [], HTMLAnchorElement.prototype.click = function () {
      window.saved.push(fetchless(this));
    }, window.fetchless = (link) => ({ name: link.download, href: link.href }), true`);
    for (const [kind, label] of [
      ['svg', 'Save as SVG'],
      ['png', 'Save as PNG'],
    ] as const) {
      await driver.panel.click({ role: 'button', name: label });
      const name = await until(`the ${kind}`, () =>
        panel<string>(`window.saved.find(({ name }) => name.endsWith('.${kind}'))?.name`),
      );
      expect(name).toBe(`claimscope-timeline.${kind}`);
    }
  });

  test('the settings ask for other tabs and for notifications', async () => {
    await driver.openPopup();
    await driver.popup.click({ role: 'button', name: 'Settings' });
    await until('the choice', () =>
      driver.popup.has({
        role: 'checkbox',
        name: 'On the toolbar button, also tell of tokens in other tabs',
      }),
    );
    await driver.popup.click({
      role: 'checkbox',
      name: 'On the toolbar button, also tell of tokens in other tabs',
    });
    await driver.closePopup();
    await send({ username: 'late', exp: nowSeconds() - 5 });
    const other = await driver.openTab('about:blank');
    await other.activate();
    await until('the badge to tell of the other tab', async () => (await driver.badge()).text === '·✕');
    expect((await driver.badge()).title).toContain('in other tabs: 1');
    await other.close();
  });
});
