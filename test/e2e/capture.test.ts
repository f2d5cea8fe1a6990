import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import messages from '../../src/_locales/en/messages.json';
import { codeKey, createSay } from '../../src/ui/say';
import { feedSets, notesOf } from './blindness';
import { until } from './browsers/until';
import { everyWay } from './matrix';
import { sendAll } from './sendAll';
import { valuesOf } from './sessionLog';
import { stage } from './stage';
import { startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const say = createSay(messages);
const hosts = ['*://localhost/*', '*://127.0.0.1/*'];

/** Authorization values, as well-meaning clients write them. */
const values: readonly ((token: string) => string)[] = [
  (token) => token,
  (token) => `Bearer ${token}`,
  (token) => `bearer ${token}`,
  (token) => `DPoP ${token}`,
  (token) => `JWT ${token}`,
  (token) => `Token ${token}`,
  (token) => `X-Custom ${token}`,
  (token) => `Bearer "${token}"`,
  (token) => `Bearer   ${token}`,
  (token) => `Token token="${token}", realm="x"`,
];

const told = { background: ['webRequest'], both: ['webRequest', 'devtools'], devtools: ['devtools'] };

describe.each(['chromium', 'firefox'] as const)('capture in %s', (engine) => {
  const on = stage(engine);
  let other: TruthServer;
  beforeAll(async () => {
    other = await startTruthServer();
  });
  afterAll(() => other?.close());

  const call = (path: string, authorization: string) =>
    on.driver.tab.run(`call(${json(path)}, ${json(authorization)})`);

  describe.each(feedSets)('with these feeds: %s', (feeds) => {
    beforeAll(async () => {
      if (feeds === 'devtools') for (const host of hosts) await on.driver.withdraw(host);
      if (feeds !== 'background') await on.driver.openPanel();
      // An opened popup gave access to this page (activeTab), until the tab leaves its site.
      await on.driver.tab.visit('about:blank');
      await on.driver.tab.visit(on.server.url);
    });

    /** The exchanges of a token, once as many as expected are answered and told by all feeds. */
    const settled = (token: string, count = 1) =>
      until(`${count} answered exchange(s) told by each feed`, async () => {
        const found = await on.exchangesWith(token);
        const complete = found.filter(
          (one) => one.endedMs !== undefined && json(one.feeds) === json(told[feeds]),
        );
        return complete.length >= count && found;
      });

    test('every token that anybody sends or receives, at each of its carriers, once', async () => {
      const { told, expected } = await sendAll(on, everyWay(on.fresh), engine, feeds);
      expect(told).toEqual(expected);
      await on.driver.tab.visit(on.server.url);
    });

    test('what cannot be seen is what the coverage note says', async () => {
      const view = feeds === 'background' ? on.driver.popup : on.driver.panel;
      if (feeds === 'background') await on.driver.openPopup();
      await view.run(`void (document.querySelector('.limits').open = true)`);
      const said = await until('what cannot be seen', async () => {
        const found = await view.run<string[]>(
          `[...document.querySelectorAll('.limits li > span:first-child')].map((one) => one.textContent)`,
        );
        return found.length > 0 && found;
      });
      if (feeds === 'background') await on.driver.closePopup();
      const expected = notesOf(engine, feeds).map((code) => say(codeKey('coverage', code)));
      expect(said.toSorted()).toEqual(expected.toSorted());
    });

    test('an Authorization header is recorded exactly as sent, in whatever form', async () => {
      const sent = values.map((value) => {
        const token = on.fresh();
        return { token, value: value(token) };
      });
      for (const { value } of sent) await call('/api/form', value);
      for (const { token, value } of sent) {
        const found = await settled(token);
        expect(valuesOf(found)).toEqual([value]);
        expect(found).toMatchObject([
          { method: 'GET', url: `${on.server.url}/api/form`, status: 200, answerCertain: true },
        ]);
      }
      const received = on.server.received.map(({ authorization }) => authorization);
      expect(received.slice(-values.length)).toEqual(sent.map(({ value }) => value));
    });

    test('a header that holds no token is no capture, unless it is refused', async () => {
      const before = (await on.exchanges()).length;
      await call('/api/none', 'Basic dXNlcjpwYXNzd29yZA==');
      await call('/api/none', 'Bearer undefined');
      await call('/refused', 'Bearer undefined');
      const token = on.fresh();
      await call('/api/one', token);
      await settled(token);
      const [refused, ...more] = (await on.exchanges()).slice(before);
      expect(more).toHaveLength(1);
      expect(refused).toMatchObject({ status: 401, authorization: 'Bearer undefined', captures: [] });
      expect(Math.abs((refused?.serverDateMs ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    test('equal requests stay as many as they were', async () => {
      const token = on.fresh();
      await on.driver.tab.run(
        `Promise.all(Array.from({ length: 12 }, () => call('/api/same', ${json(token)})))`,
      );
      const found = await settled(token, 12);
      expect(found.map(({ status }) => status)).toEqual(Array(12).fill(200));
    });

    test('each hop of a redirect is an exchange of its own', async () => {
      const token = on.fresh();
      await call('/redirect', token);
      const hops = await settled(token, 2);
      expect(hops.map(({ url, status }) => [url, status])).toEqual([
        [`${on.server.url}/redirect`, 302],
        [`${on.server.url}/api/landed`, 200],
      ]);
    });

    test('a refused and a failed request are captures with what became of them', async () => {
      const [refused, cut] = [on.fresh(), on.fresh()];
      await call('/refused', refused);
      await call('/cut', cut);
      expect(await settled(refused)).toMatchObject([
        { status: 401, ...(feeds !== 'background' && { refusal: '{"message":"Invalid token"}' }) },
      ]);
      const failed = await settled(cut);
      // A browser may try a request again whose connection was cut: the server counts how often.
      expect(failed).toHaveLength(1);
      expect(failed[0]?.status).toBeUndefined();
      expect(failed[0]?.error).toBeDefined();
    });

    test('a preflight is told apart from the request it asks for', async () => {
      const token = on.fresh();
      await call(`${other.url}/api/cors`, token);
      expect(await settled(token)).toMatchObject([
        { method: 'GET', url: `${other.url}/api/cors`, status: 200 },
      ]);
      expect(
        other.received.map(({ method, authorization }) => [method, authorization !== undefined]),
      ).toContainEqual(['OPTIONS', false]);
    });
  });
});
