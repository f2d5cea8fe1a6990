import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Site, startSite } from '../../demo/site';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { refuseOld } from './browsers/refuseOld';
import { until } from './browsers/until';

const pasteBox = { role: 'textbox', name: 'Token' };

/** What the other tests rely on without looking: the windows are the real ones, and input is a person's. */
describe.each(['chromium', 'firefox'] as const)('the driver of %s', (engine) => {
  let driver: Driver;
  let site: Site;

  beforeAll(async () => {
    [driver, site] = await Promise.all([launch(engine, { extension: packages[engine] }), startSite()]);
    await driver.tab.visit(site.url);
  });
  afterAll(() => Promise.all([driver?.close(), site?.close()]));

  const hosts = () =>
    driver.background<string[]>(
      '(globalThis.browser ?? chrome).permissions.getAll().then(({ origins }) => origins)',
    );

  test.each(['popup', 'panel'] as const)('types and clicks in the real %s', async (name) => {
    const view = driver[name];
    await (name === 'popup' ? driver.openPopup() : driver.openPanel());
    expect(await view.run('location.href')).toBe(`${driver.origin}/src/${name}.html`);
    await view.run(`(() => {
      window.trusted = [];
      for (const type of ['click', 'input', 'keydown'])
        addEventListener(type, (event) => trusted.push(type + ' ' + event.isTrusted), true);
    })()`);
    await view.fill(pasteBox, 'first text');
    await view.fill(pasteBox, 'second text');
    expect(await view.text(pasteBox)).toBe('second text');
    await view.press('End');
    await view.fill(pasteBox, '');
    expect(await view.text(pasteBox)).toBe('');
    const trusted = await view.run<string[]>('[...new Set(trusted)].sort()');
    expect(trusted).toEqual(['click true', 'input true', 'keydown true']);
    await (name === 'popup' ? driver.closePopup() : driver.closeDevtools());
    await expect(view.run('1')).rejects.toThrow('not open');
  });

  test('gives the panel any size', async () => {
    await driver.openPanel();
    for (const [width, height] of [
      [1280, 800],
      [420, 700],
    ] as const) {
      await driver.sizePanel(width, height);
      expect(await driver.panel.run('[innerWidth, innerHeight]')).toEqual([width, height]);
      await driver.panel.fill(pasteBox, `at ${width}`);
      expect(await driver.panel.text(pasteBox)).toBe(`at ${width}`);
    }
    await driver.closeDevtools();
  });

  test('kills the background, sees it dead, and wakes it', async () => {
    await driver.background('self.mark = 1');
    await driver.killBackground();
    await until('a dead background', async () => !(await driver.backgroundAlive()));
    expect(await driver.badge()).toMatchObject({ title: expect.stringContaining('Claimscope') });
    expect(await driver.backgroundAlive()).toBe(false);
    expect(await driver.background('self.mark ?? null')).toBeNull();
  });

  test('grants a host and takes it away', async () => {
    // Chromium takes those of WebSockets along with <all_urls>, and its own page cannot give them back.
    const plain = async () => (await hosts()).filter((host) => !host.startsWith('ws')).toSorted();
    const before = await plain();
    await driver.grant('<all_urls>');
    expect(await hosts()).toContain('<all_urls>');
    await driver.withdraw('<all_urls>');
    expect(await plain()).toEqual(before);
    await driver.withdraw('*://127.0.0.1/*');
    expect(await plain()).toEqual(before.filter((host) => host !== '*://127.0.0.1/*'));
    await driver.grant('*://127.0.0.1/*');
    expect(await plain()).toEqual(before);
  });

  test('says what it waited for, when it waits in vain', async () => {
    await driver.tab.click('#missing');
    await until('the answer', () => driver.tab.has('#answers [data-case=missing]'));
    expect(await driver.tab.text('#answers')).toContain('Token is missing');
    await expect(driver.tab.click({ role: 'button', name: 'No such button' })).rejects.toThrow(
      'No such button',
    );
  });
});

test.each([
  ['chromium', 'Chrome 139.0.7258.5', 'Chrome 140.0.7339.16'],
  ['firefox', 'Firefox 128.4.0', 'Firefox 142.0'],
] as const)('a browser older than the manifest of %s allows is refused by name', (engine, old, enough) => {
  expect(() => refuseOld(old, packages[engine])).toThrow(`${old} is too old`);
  expect(() => refuseOld(enough, packages[engine])).not.toThrow();
});
