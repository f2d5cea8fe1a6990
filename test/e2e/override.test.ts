import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Override } from '../../src/core/override';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { type Profile, temporaryProfile } from './browsers/profile';
import { until } from './browsers/until';
import { openReader } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
let serial = 0;
const fresh = () =>
  issue({ user_id: ++serial, username: 'john_doe', exp: Math.floor(Date.now() / 1000) + 3600 });

/** Another address of this machine, which the manifest's host permissions do not name. */
const elsewhere = '127.0.0.2';
const api = '(globalThis.browser ?? chrome)';

describe.each(['chromium', 'firefox'] as const)('trying a token on live traffic in %s', (engine) => {
  let profile: Profile;
  let driver: Driver;
  let server: TruthServer;
  let other: TruthServer;
  let strange: TruthServer;
  let reader: Tab;

  const start = async () => {
    driver = await launch(engine, { extension: packages[engine], profile });
    reader = await openReader(driver);
    await driver.tab.visit(server.url);
  };
  beforeAll(async () => {
    profile = temporaryProfile();
    [server, other, strange] = await Promise.all([
      startTruthServer(),
      startTruthServer(),
      startTruthServer(elsewhere),
    ]);
    await start();
  });
  afterAll(async () => {
    await driver?.close();
    profile?.remove();
    await Promise.all([server?.close(), other?.close(), strange?.close()]);
  });

  /** What a server got when a tab called it. */
  const sent = async (tab: Tab, authorization: string, to = server) => {
    await tab.run(`call(${json(`${to.url}/api/${++serial}`)}, ${json(authorization)})`);
    return to.received.at(-1)?.authorization;
  };
  const cookiesSent = async (tab: Tab, cookies: string) => {
    await tab.run(`(() => { for (const pair of ${json(cookies.split('; '))}) document.cookie = pair; })()`);
    await tab.run(`call('/api/${++serial}', 'none')`);
    return server.received.at(-1)?.cookie;
  };
  const state = () =>
    reader.run<{ on: Override[]; refused?: { code: string } }>(
      `${api}.storage.session.get('override').then(({ override }) => override?.value ?? { on: [] })`,
    );
  const rules = () => reader.run<unknown[]>(`${api}.declarativeNetRequest.getSessionRules()`);
  const tabIdOf = (url: string) =>
    reader.run<number>(
      `${api}.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.startsWith(${json(url)})).id)`,
    );
  const command = (name: string, argument: object) =>
    reader.run(`${api}.runtime.sendMessage(${json({ command: name, argument })})`);
  const change = async (rest: Partial<Override>) => {
    const override = {
      tabId: await tabIdOf(server.url),
      origin: server.url,
      initiators: [server.url],
      target: { place: 'request-header', name: 'authorization' },
      action: 'replace',
      value: '',
      ...rest,
    };
    await command('override', override);
    return override;
  };
  const isOn = () => until('the override', async () => (await state()).on.length > 0);
  const isOff = () => until('no override', async () => (await state()).on.length === 0);

  test('by the popup: in this tab, to this origin, with a badge and a banner, until it is stopped', async () => {
    const [own, mine] = [fresh(), fresh()];
    const second = await driver.openTab(server.url);
    await driver.tab.activate();
    expect(await sent(driver.tab, `Bearer ${own}`)).toBe(`Bearer ${own}`);
    await driver.openPopup();
    await driver.popup.fill({ role: 'textbox', name: 'Token' }, mine);
    await until('the section', () => driver.popup.has({ role: 'button', name: 'Try it on live traffic' }));
    await driver.popup.click({ role: 'button', name: 'Try it on live traffic' });
    await until('the form', () => driver.popup.has({ role: 'button', name: 'Start' }));
    await driver.popup.click({ role: 'button', name: 'Start' });
    await until('the banner', () => driver.popup.has({ role: 'button', name: 'Stop' }));

    expect(await sent(driver.tab, `Bearer ${own}`)).toBe(`Bearer ${mine}`);
    expect(await sent(driver.tab, own)).toBe(`Bearer ${mine}`);
    expect(await sent(second, `Bearer ${own}`)).toBe(`Bearer ${own}`);
    expect(await sent(driver.tab, `Bearer ${own}`, other)).toBe(`Bearer ${own}`);
    await until('the badge', async () => (await driver.badge()).text === '⇄');
    const before = engine === 'chromium' ? 'replaced by you, was: john_doe' : 'replaced by you';
    await until('the capture to tell', async () =>
      (await driver.popup.run<string>('document.body.innerText')).includes(before),
    );

    await driver.killBackground();
    expect(await sent(driver.tab, `Bearer ${own}`)).toBe(`Bearer ${mine}`);
    await driver.popup.click({ role: 'button', name: 'Stop' });
    await isOff();
    await driver.closePopup();
    expect(await sent(driver.tab, `Bearer ${own}`)).toBe(`Bearer ${own}`);
    await until('no badge', async () => (await driver.badge()).text !== '⇄');
    await second.close();
  });

  test('the header is dropped, and added to what has none', async () => {
    const token = fresh();
    await change({ action: 'drop' });
    expect(await sent(driver.tab, token)).toBeUndefined();
    await change({ action: 'add', value: token });
    await driver.tab.run(`fetch('/api/plain').then(() => 1)`);
    expect(server.received.at(-1)?.authorization).toBe(token);
    await command('stopOverride', { tabId: await tabIdOf(server.url) });
  });

  test('one cookie is replaced, added or dropped, and the others stay', async () => {
    const [own, mine] = [fresh(), fresh()];
    const target: Override['target'] = { place: 'request-cookie', name: 'sid' };
    const given = `a=1; sid=${own}; b=2`;
    expect(await cookiesSent(driver.tab, given)).toBe(given);
    await until('the cookies to be known', () =>
      reader.run(`${api}.storage.session.get('cookies').then(({ cookies }) => cookies !== undefined)`),
    );
    await change({ target, value: mine });
    expect(await cookiesSent(driver.tab, given)).toBe(`a=1; sid=${mine}; b=2`);
    await change({ target, action: 'drop' });
    expect(await cookiesSent(driver.tab, given)).toBe('a=1; b=2');
    await change({ target: { ...target, name: 'extra' }, action: 'add', value: mine });
    expect(await cookiesSent(driver.tab, given)).toBe(`${given}; extra=${mine}`);
    await command('stopOverride', { tabId: await tabIdOf(server.url) });
    expect(await cookiesSent(driver.tab, given)).toBe(given);
  });

  test('a cookie that no request was seen with is changed from the second request on', async () => {
    // Cookies know no ports, and with a token among them they would be known.
    await driver.tab.run(`document.cookie = 'sid=; max-age=0'`);
    const tab = await driver.openTab(`${other.url}/`);
    await tab.run(`document.cookie = 'plain=old'`);
    const override = {
      tabId: await tabIdOf(other.url),
      origin: other.url,
      initiators: [other.url],
      target: { place: 'request-cookie', name: 'plain' } as const,
      value: 'new',
    };
    await change(override);
    await tab.run(`call('/api/first', 'none')`);
    await until('the rule', async () => (await rules()).length > 0);
    await tab.run(`call('/api/second', 'none')`);
    const pairs = other.received.slice(-2).map(({ cookie }) => cookie?.match(/plain=\w+/)?.[0]);
    expect(pairs).toEqual(['plain=old', 'plain=new']);
    await tab.close();
    await isOff();
  });

  test('it ends with its tab', async () => {
    const [own, mine] = [fresh(), fresh()];
    const tab = await driver.openTab(`${other.url}/`);
    const tabId = await tabIdOf(other.url);
    await change({ tabId, origin: other.url, initiators: [other.url], value: mine });
    expect(await sent(tab, own, other)).toBe(mine);
    await tab.close();
    await isOff();
    expect(await rules()).toEqual([]);
  });

  test('without access to the site it is refused with a reason, and on with consent; access withdrawn ends it', async () => {
    const [own, mine] = [fresh(), fresh()];
    const tab = await driver.openTab(`${strange.url}/`);
    // Without access even the tab's address is not told.
    const tabId = await reader.run<number>(
      `${api}.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)`,
    );
    const override = { tabId, origin: strange.url, initiators: [strange.url], value: mine };
    await change(override);
    await until('the reason', async () => (await state()).refused?.code === 'no-host-access');
    expect(await rules()).toEqual([]);
    expect(await sent(tab, own, strange)).toBe(own);

    await driver.grant('<all_urls>');
    await isOn();
    expect(await sent(tab, own, strange)).toBe(mine);
    await driver.withdraw('<all_urls>');
    await until('the end', async () => (await state()).refused?.code === 'access-withdrawn');
    expect(await sent(tab, own, strange)).toBe(own);
    expect(await rules()).toEqual([]);
    await tab.close();
  });

  test('nonsense is refused by name', async () => {
    await change({ value: 'a\nb' });
    expect(await state()).toMatchObject({ on: [], refused: { code: 'bad-value' } });
    await change({ tabId: 999_999, value: 'x' });
    expect(await state()).toMatchObject({ on: [], refused: { code: 'no-such-tab' } });
  });

  test('it ends with the browser', async () => {
    const [own, mine] = [fresh(), fresh()];
    await change({ value: mine });
    expect(await sent(driver.tab, own)).toBe(mine);
    await driver.close();
    await start();
    expect(await sent(driver.tab, own)).toBe(own);
    expect(await rules()).toEqual([]);
    expect((await state()).on).toEqual([]);
  });
});
