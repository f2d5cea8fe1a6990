import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab, View } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { type Profile, temporaryProfile } from './browsers/profile';
import { until } from './browsers/until';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const open = 'input[type=file][aria-label="Open a HAR"]';
const back = { role: 'button', name: 'Back to live traffic' };

const entry = (token: string) => ({
  startedDateTime: '2026-11-22T05:49:38.123Z',
  time: 5,
  request: {
    method: 'GET',
    url: 'https://api.acme.test/orders',
    headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
  },
  response: { status: 200, headers: [], content: { text: '{}' } },
});
const har = json({
  log: {
    version: '1.2',
    creator: { name: 'Tool', version: '7' },
    entries: [entry(issue({ sub: 'from-a-file' })), entry('none'), null],
  },
});

/** Gives a file to the window as its user would: chosen, or dropped. `parts` is an expression. */
const chosen = (name: string, parts: string) => `(() => {
  const given = new DataTransfer();
  given.items.add(new File(${parts}, ${json(name)}));
  const input = document.querySelector(${json(open)});
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;
const dropped = (name: string, parts: string) => `(() => {
  const given = new DataTransfer();
  given.items.add(new File(${parts}, ${json(name)}));
  const drop = new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true });
  document.querySelector('main').dispatchEvent(drop);
})()`;

/** The files that the browser has saved. */
function saved(profile: Profile): string[] {
  const home = join(profile.folder, 'home');
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
  return files
    .filter((path) => /claimscope-[\d-]+[^/]*\.(har|json|csv|md)$/.test(path))
    .map((path) => join(home, path));
}

describe.each(['chromium', 'firefox'] as const)('files in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let profile: Profile;
  let tab: Tab;
  const tokens = [1, 2, 3].map((n) => issue({ sub: `live-${n}`, exp: Math.floor(Date.now() / 1000) + 3600 }));

  beforeAll(async () => {
    server = await startTruthServer();
    profile = temporaryProfile();
    driver = await launch(engine, { extension: packages[engine], profile });
    await driver.tab.visit(server.url);
    await driver.background('1');
    for (const token of tokens) await driver.tab.run(`call('/api/x', ${json(`Bearer ${token}`)})`);
    tab = await driver.extensionPage('src/full.html');
    await until('the live rows', () => shows(tab, 'live-3'));
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    profile?.remove();
  });

  const text = (view: View) => view.run<string>('document.body.innerText');
  const shows = async (view: View, what: string) => (await text(view)).includes(what);
  const gone = async (view: View, what: string) => !(await shows(view, what));

  test.each([
    ['chosen', chosen],
    ['dropped', dropped],
  ])('a HAR that is %s stands in place of the live log, until the user goes back', async (_how, give) => {
    await tab.run(give('recorded.har', `[${json(har)}]`));
    await until('the banner', () => shows(tab, 'You are looking at recorded.har.'));
    await until('its token', () => shows(tab, 'from-a-file'));
    const page = await text(tab);
    expect(page).toContain('3 requests.');
    expect(page).toContain('1 thing could not be read');
    expect(page).not.toContain('live-1');
    await tab.click(back);
    await until('the live rows', () => shows(tab, 'live-3'));
    expect(await shows(tab, 'from-a-file')).toBe(false);
  });

  test('a file that is no HAR says so', async () => {
    await tab.run(chosen('odd.har', `['{"log":{}}']`));
    await until('the fault', () => shows(tab, 'odd.har could not be opened.'));
    expect(await shows(tab, 'live-3')).toBe(true);
    await tab.click(back);
    await until('the banner to go', () => gone(tab, 'odd.har'));
  });

  test('reading 100 MB goes on beside the window, and ends when it is cancelled', async () => {
    const many = `(() => {
      const one = ${json(json(entry(issue({ sub: 'of-many' }))))}.replace('"{}"', JSON.stringify('x'.repeat(10_000)));
      const thousand = Array(1000).fill(one).join(',');
      return ['{"log":{"entries":[', ...Array(10).fill(thousand).flatMap((part) => [part, ',']), one, ']}}'];
    })()`;
    await tab.run(chosen('large.har', many));
    await until('the progress', () => shows(tab, 'Reading large.har'));
    await tab.click({ role: 'button', name: 'Cancel' });
    await until('the banner to go', () => gone(tab, 'large.har'));
    expect(await shows(tab, 'live-3')).toBe(true);
    await tab.run(chosen('large.har', many));
    await until('all of it', () => shows(tab, 'You are looking at large.har. 10,001 requests.'));
    await tab.click(back);
  });

  /** Saves what a window lists and gives the path. */
  async function save(view: View, raw: boolean): Promise<string> {
    const before = saved(profile);
    await view.click({ role: 'button', name: 'Export' });
    const button = '[role=dialog][aria-label=Export] .line button';
    await until('the sheet', () => view.has(button));
    if (raw) {
      await view.click('[role=dialog][aria-label=Export] fieldset:nth-of-type(2) label:nth-of-type(2) input');
      expect(await view.run(`document.querySelector(${json(button)}).disabled`)).toBe(true);
      await view.click('[role=dialog][aria-label=Export] .warning input');
    }
    await view.click(button);
    const path = await until('the saved file', () =>
      saved(profile).find((file) => !before.includes(file) && existsSync(file)),
    );
    await view.run(`document.querySelector('[role=dialog][aria-label=Export]').hidePopover()`);
    return path;
  }

  test('what was exported raw shows the same again', async () => {
    const path = await save(tab, true);
    const content = readFileSync(path, 'utf8');
    for (const token of tokens) expect(content).toContain(token);
    await tab.run(chosen('raw.har', `[${json(content)}]`));
    await until('the banner', () => shows(tab, 'You are looking at raw.har.'));
    for (const n of [1, 2, 3]) expect(await shows(tab, `live-${n}`)).toBe(true);
    await tab.click(back);
  });

  test('what was exported redacted holds no token, and says what was known of them', async () => {
    await tab.fill({ role: 'textbox', name: 'Secret or key' }, 'your-secret-key');
    await until('the verdict', () => shows(tab, 'verified'));
    const content = readFileSync(await save(tab, false), 'utf8');
    expect(content).not.toMatch(/live-\d/);
    for (const token of tokens) expect(content).not.toContain(token.split('.')[2]);
    await tab.run(chosen('redacted.har', `[${json(content)}]`));
    await until('the banner', () => shows(tab, 'You are looking at redacted.har.'));
    await until('the recorded verdict', () => shows(tab, 'Recorded before redaction.'));
    expect(
      await tab.run(
        `document.querySelectorAll('[role=grid] [role=row]:not(:has([role=columnheader]))').length`,
      ),
    ).toBe(3);
    expect(await tab.text('[aria-label="Verdict"] .headline')).toMatch(/verified/i);
    await tab.click(back);
  });

  test('the panel opens and saves files too', async () => {
    await driver.tab.activate();
    await driver.openPanel();
    await driver.tab.run(`call('/api/x', ${json(`Bearer ${tokens[0]}`)})`);
    await until('the live row', () => shows(driver.panel, 'live-1'));
    await driver.panel.run(dropped('recorded.har', `[${json(har)}]`));
    await until('the banner', () => shows(driver.panel, 'You are looking at recorded.har.'));
    await driver.panel.click(back);
    await until('the live row', () => shows(driver.panel, 'live-1'));
    const content = readFileSync(await save(driver.panel, false), 'utf8');
    expect(content).toContain('"redacted":true');
  });
});
