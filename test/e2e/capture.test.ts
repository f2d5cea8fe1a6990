import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/core/traffic/exchange';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

let serial = 0;
/** A token like no other in this run. */
const fresh = () =>
  issue({ user_id: ++serial, username: 'john_doe', exp: Math.floor(Date.now() / 1000) + 3600 });
const json = JSON.stringify;

describe.each(['chromium', 'firefox'] as const)('capture in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let other: TruthServer;
  let reader: Tab;

  beforeAll(async () => {
    [server, other] = await Promise.all([startTruthServer(), startTruthServer()]);
    driver = await launch(engine, { extension: packages[engine] });
    reader = await openReader(driver);
    await driver.tab.visit(server.url);
  });
  afterAll(async () => {
    await driver?.close();
    await Promise.all([server?.close(), other?.close()]);
  });

  const exchangesWith = async (token: string) =>
    (await exchangesIn(reader)).filter(({ captures }) => captures.some((capture) => capture.token === token));
  /** The exchanges of a token, once as many as expected are answered and seen by as many feeds as expected. */
  const settled = (token: string, feeds: number, count = 1) =>
    until(`${count} answered exchange(s) seen by ${feeds} feed(s)`, async () => {
      const found = await exchangesWith(token);
      const complete = found.filter((one) => one.endedMs !== undefined && one.feeds.length >= feeds);
      return complete.length >= count && found;
    });
  const call = (path: string, authorization: string) =>
    driver.tab.run(`call(${json(path)}, ${json(authorization)})`);
  const tabId = () =>
    driver.background<number>(`
    (globalThis.browser ?? chrome).tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)`);

  function suite(feeds: readonly string[]) {
    test.each([
      ['raw, as the guide sends it', (token: string) => token],
      ['Bearer', (token: string) => `Bearer ${token}`],
      ['bearer in lower case', (token: string) => `bearer ${token}`],
      ['DPoP', (token: string) => `DPoP ${token}`],
      ['JWT', (token: string) => `JWT ${token}`],
      ['Token', (token: string) => `Token ${token}`],
      ['a scheme of one’s own', (token: string) => `X-Custom ${token}`],
      ['quoted', (token: string) => `Bearer "${token}"`],
      ['with stray spaces inside', (token: string) => `Bearer   ${token}`],
      ['Token token="…"', (token: string) => `Token token="${token}", realm="x"`],
    ])('an Authorization header, %s, is recorded exactly as sent', async (_form, header) => {
      const token = fresh();
      const value = header(token);
      await call('/api/form', value.replaceAll('’', "'"));
      const found = await settled(token, feeds.length);
      expect(valuesOf(found)).toEqual([value]);
      expect(found).toMatchObject([
        {
          method: 'GET',
          url: `${server.url}/api/form`,
          status: 200,
          feeds,
          answerCertain: true,
        },
      ]);
      expect(server.received.at(-1)?.authorization).toBe(value);
    });

    test('a header that holds no token is no capture', async () => {
      const before = (await exchangesIn(reader)).length;
      await call('/api/none', 'Basic dXNlcjpwYXNzd29yZA==');
      await call('/api/none', 'Bearer undefined');
      const token = fresh();
      await call('/api/one', token);
      await settled(token, feeds.length);
      expect(await exchangesIn(reader)).toHaveLength(before + 1);
    });

    test('two requests of the same tick are two captures', async () => {
      const [one, two] = [fresh(), fresh()];
      await driver.tab.run(`Promise.all([call('/api/tick', ${json(one)}), call('/api/tick', ${json(two)})])`);
      await Promise.all([settled(one, feeds.length), settled(two, feeds.length)]);
      expect([await exchangesWith(one), await exchangesWith(two)]).toMatchObject([[{}], [{}]]);
    });

    test('equal requests stay as many as they were', async () => {
      const token = fresh();
      await driver.tab.run(
        `Promise.all(Array.from({ length: 12 }, () => call('/api/same', ${json(token)})))`,
      );
      const found = await settled(token, feeds.length, 12);
      expect(found.map(({ status }) => status)).toEqual(Array(12).fill(200));
    });

    test.each([
      ['XMLHttpRequest', 'xhr'],
      ['an iframe', 'inFrame'],
      ['a worker', 'inWorker'],
    ])('requests of %s belong to the tab', async (_initiator, how) => {
      const token = fresh();
      await driver.tab.run(`${how}('/api/${how}', ${json(token)})`);
      const found = await settled(token, feeds.length);
      expect(found).toMatchObject([{ tabId: await tabId(), status: 200 }]);
    });

    test("requests of the page's service worker are attributed by origin", async () => {
      const token = fresh();
      await driver.tab.run(`inServiceWorker('/api/sw', ${json(token)})`);
      const [found] = await settled(token, 1);
      const attributed =
        found?.tabId === -1 ? found.initiator === server.url : found?.tabId === (await tabId());
      expect(attributed).toBe(true);
      expect(await exchangesWith(token)).toHaveLength(1);
    });

    test('each hop of a redirect is an exchange of its own', async () => {
      const token = fresh();
      await call('/redirect', token);
      const hops = await settled(token, feeds.length, 2);
      expect(hops.map(({ url, status }) => [url, status])).toEqual([
        [`${server.url}/redirect`, 302],
        [`${server.url}/api/landed`, 200],
      ]);
    });

    test('a refused and a failed request are captures with what became of them', async () => {
      const [refused, cut] = [fresh(), fresh()];
      await call('/refused', refused);
      await call('/cut', cut);
      expect(await settled(refused, feeds.length)).toMatchObject([{ status: 401 }]);
      const failed: Exchange[] = await settled(cut, feeds.length);
      // A browser may try a request again whose connection was cut: the server counts how often.
      expect(failed).toHaveLength(1);
      expect(failed[0]?.status).toBeUndefined();
      expect(failed[0]?.error).toBeDefined();
    });

    test('a preflight is told apart from the request it asks for', async () => {
      const token = fresh();
      await driver.tab.run(`call(${json(`${other.url}/api/cors`)}, ${json(token)})`);
      expect(await settled(token, feeds.length)).toMatchObject([
        { method: 'GET', url: `${other.url}/api/cors`, status: 200 },
      ]);
      expect(
        other.received.map(({ method, authorization }) => [method, authorization !== undefined]),
      ).toContainEqual(['OPTIONS', false]);
    });
  }

  describe('by the background alone, with DevTools closed', () => suite(['webRequest']));

  describe('by both feeds, with DevTools open', () => {
    beforeAll(() => driver.openPanel());
    afterAll(() => driver.closeDevtools());
    beforeEach(() => expect(driver.panel.has({ role: 'combobox', name: 'Filter' })).resolves.toBe(true));
    suite(['webRequest', 'devtools']);
  });

  describe('in other carriers', () => {
    const carriersOf = async (token: string) => {
      const [found] = await settled(token, 1);
      return found?.captures.map(({ carrier }) => `${carrier.place} ${carrier.name}`);
    };
    const inPage = (expression: string) => driver.tab.run(`${expression}.then(() => null)`);

    test.each([
      [
        'another header',
        (t: string) => `fetch('/api/x', { headers: { 'X-Access-Token': '${t}' } })`,
        'request-header x-access-token',
      ],
      ['the address', (t: string) => `fetch('/api/x?access_token=${t}')`, 'url-query access_token'],
      [
        'a form',
        (t: string) =>
          `fetch('/api/x', { method: 'POST', body: new URLSearchParams({ refresh_token: '${t}' }) })`,
        'request-body refresh_token',
      ],
      [
        'a JSON body',
        (t: string) => `fetch('/api/x', { method: 'POST', body: JSON.stringify({ a: { token: '${t}' } }) })`,
        'request-body $.a.token',
      ],
    ])('%s, seen by the background', async (_what, expression, expected) => {
      const token = fresh();
      await inPage(expression(token));
      expect(await carriersOf(token)).toEqual([expected]);
    });

    test('a cookie, set and sent back', async () => {
      const token = fresh();
      await inPage(`fetch('/set-cookie?sid=' + ${json(token)})`);
      await inPage(`fetch('/api/with-cookie')`);
      const found = await settled(token, 1, 2);
      const all = found.flatMap(({ captures }) =>
        captures.map(({ carrier }) => `${carrier.place} ${carrier.name}`),
      );
      expect(all).toEqual(expect.arrayContaining(['set-cookie sid', 'request-cookie sid']));
    });

    test('the body of an answer, which DevTools alone can read', async () => {
      await driver.openPanel();
      const token = fresh();
      await inPage(`fetch('/issue', { method: 'POST', body: btoa(${json(token)}) })`);
      expect(await carriersOf(token)).toEqual(['response-body $.data.access_token']);
      await driver.closeDevtools();
    });
  });

  describe('by DevTools alone, without any host permission', () => {
    beforeAll(async () => {
      for (const host of ['*://localhost/*', '*://127.0.0.1/*']) await driver.withdraw(host);
      await driver.openPanel();
    });
    afterAll(async () => {
      await driver.closeDevtools();
      for (const host of ['*://localhost/*', '*://127.0.0.1/*']) await driver.grant(host);
    });

    test('fetch, XMLHttpRequest, iframe and redirect are captured', async () => {
      const tokens = [fresh(), fresh(), fresh(), fresh()] as const;
      await call('/api/fetch', tokens[0]);
      await driver.tab.run(`xhr('/api/xhr', ${json(tokens[1])})`);
      await driver.tab.run(`inFrame('/api/frame', ${json(tokens[2])})`);
      await call('/redirect', tokens[3]);
      for (const token of tokens) {
        const found = await settled(token, 1);
        expect(found.map(({ feeds }) => feeds)).toEqual(found.map(() => ['devtools']));
      }
    });
  });
});
