import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/core/traffic/exchange';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

let serial = 0;
/** A token like no other in this run. */
const fresh = () =>
  issue({ user_id: ++serial, username: 'john_doe', exp: Math.floor(Date.now() / 1000) + 3600 });
const json = JSON.stringify;
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A request that brings one token about, at one carrier. */
interface Spec {
  url: string;
  init?: { method?: string; headers?: Record<string, string>; body?: string };
}

const post = (type: string, body: string): Spec => ({
  url: '/api/body',
  init: { method: 'POST', headers: { 'content-type': type }, body },
});
/** Has the server answer something. */
const give = (answer: { status?: number; headers?: Record<string, string>; body?: string }): Spec => ({
  url: '/give',
  init: { method: 'POST', body: base64(json(answer)) },
});
const giveBody = (type: string, body: string) => give({ headers: { 'content-type': type }, body });
const multipart = (name: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n--x--\r\n`;

type Case = [expected: string, spec: (token: string) => Spec];

/** Carriers that both feeds can see. */
const seenByBoth: readonly Case[] = [
  [
    'request-header authorization',
    (t) => ({ url: '/api/x', init: { headers: { authorization: `Bearer ${t}` } } }),
  ],
  ['request-header dpop', (t) => ({ url: '/api/x', init: { headers: { DPoP: t } } })],
  ['url-path ', (t) => ({ url: `/api/path/${t}/end` })],
  ['url-query access_token', (t) => ({ url: `/api/x?access_token=${t}` })],
  [
    'request-body client_assertion',
    (t) => post('application/x-www-form-urlencoded', `grant_type=x&client_assertion=${t}`),
  ],
  [
    'request-body $.data.tokens.access_token',
    (t) => post('application/json', json({ data: { tokens: { access_token: t } } })),
  ],
  [
    'request-body $.variables.token',
    (t) => post('application/json', json({ query: 'mutation', variables: { token: t } })),
  ],
  ['request-body jwt', (t) => post('multipart/form-data; boundary=x', multipart('jwt', t))],
  [
    'request-body operations.variables.token',
    (t) =>
      post('multipart/form-data; boundary=x', multipart('operations', json({ variables: { token: t } }))),
  ],
  ['response-header x-new-token', (t) => give({ headers: { 'x-new-token': t } })],
  ['response-header refresh', (t) => give({ headers: { refresh: `600; url=/next?token=${t}` } })],
  [
    'response-header location',
    (t) => give({ status: 201, headers: { location: `/next#id_token=${t}&state=1` } }),
  ],
  [
    'set-cookie given',
    (t) => give({ headers: { 'set-cookie': `given=${t}; Path=/nowhere; HttpOnly; Secure` } }),
  ],
];

/** Carriers that DevTools alone can see. */
const seenByDevtools: readonly Case[] = [
  [
    'response-body $.data.tokens.access_token',
    (t) => giveBody('application/json', json({ data: { tokens: { access_token: t } } })),
  ],
  ['response-body ', (t) => giveBody('text/html', `<form><input name="id_token" value="${t}"></form>`)],
  ['response-body ', (t) => giveBody('text/javascript', `window.token = "${t}";`)],
  ['response-body ', (t) => giveBody('text/plain', `your token: ${t}`)],
];

const placesOf = (exchanges: readonly Exchange[], token: string) =>
  exchanges.flatMap(({ captures }) =>
    captures.filter((one) => one.token === token).map(({ carrier }) => `${carrier.place} ${carrier.name}`),
  );

describe.each(['chromium', 'firefox'] as const)('carriers in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let reader: Tab;

  beforeAll(async () => {
    server = await startTruthServer();
    driver = await launch(engine, { extension: packages[engine] });
    reader = await openReader(driver);
    await driver.tab.visit(server.url);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const logged = () => exchangesIn(reader);
  const told = async (token: string) => placesOf(await logged(), token);
  const tellsOf = (token: string, count = 1) =>
    until(`${count} capture(s) of a token`, async () => (await told(token)).length >= count && told(token));

  /** Sends all cases at once and compares the whole of what was captured with what went over the wire. */
  async function everyCase(sender: string, cases: readonly Case[], unseen: readonly Case[] = []) {
    const sent = [...cases, ...unseen].map(([expected, spec]) => ({ expected, token: fresh(), spec }));
    const specs = sent.map(({ token, spec }) => spec(token));
    await driver.tab.run(
      `Promise.all(${json(specs)}.map(({ url, init }) => senders.${sender}(new URL(url, location).href, init)))`,
    );
    const seen = sent.slice(0, cases.length);
    await until('every token to be captured', async () => {
      const exchanges = await logged();
      return seen.every(({ token }) => placesOf(exchanges, token).length > 0);
    });
    const exchanges = await logged();
    const truth = sent.map(({ expected, token }, i) => [token, i < cases.length ? [expected] : []]);
    expect(sent.map(({ token }) => [token, placesOf(exchanges, token)])).toEqual(truth);
  }

  describe('in the background alone', () => {
    test.each(['page', 'frame', 'worker', 'serviceWorker'])(
      'of requests by the %s: captures are the truth',
      (sender) => everyCase(sender, seenByBoth, seenByDevtools),
    );

    test('the address of a WebSocket, and in Firefox the subprotocol', async () => {
      const [inUrl, asProtocol] = [fresh(), fresh()];
      await driver.tab.run(
        `socket(location.origin.replace('http', 'ws') + '/?token=${inUrl}&say=', ['${asProtocol}'], 'x')`,
      );
      expect(await tellsOf(inUrl)).toEqual(['url-query token']);
      expect(await told(asProtocol)).toEqual(
        engine === 'firefox'
          ? ['request-header sec-websocket-protocol', 'response-header sec-websocket-protocol']
          : ['response-header sec-websocket-protocol'],
      );
    });

    test('the address of an event stream that stays open', async () => {
      const token = fresh();
      await driver.tab.run(`events('/events?token=${token}&say=')`);
      expect(await tellsOf(token)).toEqual(['url-query token']);
    });

    test('a cookie set with its attributes', async () => {
      const token = fresh();
      await driver.tab.run(
        `send('/give', { method: 'POST', body: ${json(base64(json({ headers: { 'set-cookie': `sid=${token}; Path=/nowhere; HttpOnly` } })))} })`,
      );
      await tellsOf(token);
      const captures = (await logged()).flatMap((one) => one.captures).filter((one) => one.token === token);
      expect(captures).toMatchObject([
        { carrier: { place: 'set-cookie' }, after: '; Path=/nowhere; HttpOnly' },
      ]);
    });

    test('an opaque refresh token in a form', async () => {
      const opaque = `opaque-${++serial}-tGzv3JOkF0XG5Qx2`;
      await driver.tab.run(
        `send('/api/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: '${opaque}' }) })`,
      );
      expect(await tellsOf(opaque)).toEqual(['request-body refresh_token']);
    });

    test('a refused request without any token, with what it sent instead', async () => {
      await driver.tab.run(`send('/refused?without', { headers: { authorization: 'Bearer undefined' } })`);
      const found = await until('the refusal', async () =>
        (await logged()).find(({ url }) => url.endsWith('/refused?without')),
      );
      expect(found).toMatchObject({ status: 401, authorization: 'Bearer undefined', captures: [] });
      expect(Math.abs((found.serverDateMs ?? 0) - Date.now())).toBeLessThan(60_000);
    });
  });

  describe('by DevTools alone, without any host permission', () => {
    beforeAll(async () => {
      for (const host of ['*://localhost/*', '*://127.0.0.1/*']) await driver.withdraw(host);
      await driver.openPanel();
      await driver.tab.visit(server.url);
    });
    afterAll(async () => {
      await driver.closeDevtools();
      for (const host of ['*://localhost/*', '*://127.0.0.1/*']) await driver.grant(host);
    });

    test.each(['page', 'frame'])('of requests by the %s: captures are the truth', (sender) =>
      everyCase(sender, [...seenByBoth, ...seenByDevtools]),
    );

    test('an opaque token next to a JSON Web Token in a token response', async () => {
      const access = fresh();
      const opaque = `opaque-${++serial}-tGzv3JOkF0XG5Qx2`;
      const body = json({ access_token: access, token_type: 'Bearer', refresh_token: opaque });
      const given = base64(json({ headers: { 'content-type': 'application/json' }, body }));
      await driver.tab.run(`send('/give', { method: 'POST', body: ${json(given)} })`);
      expect(await tellsOf(opaque)).toEqual(['response-body $.refresh_token']);
      expect(await told(access)).toEqual(['response-body $.access_token']);
    });

    test("what a refusal's body says", async () => {
      const token = fresh();
      await driver.tab.run(`call('/refused', '${token}')`);
      await tellsOf(token);
      const found = (await logged()).find(({ captures }) => captures.some((one) => one.token === token));
      expect(found).toMatchObject({ status: 401, refusal: '{"message":"Invalid token"}' });
    });

    test("the page's storage and cookies, when asked for", async () => {
      const [local, session, cookie] = [fresh(), fresh(), fresh()];
      await driver.tab.run(`(() => {
        localStorage.setItem('session', ${json(json({ tokens: { id_token: local } }))});
        sessionStorage.setItem('id_token', '${session}');
        document.cookie = 'readable=${cookie}';
      })()`);
      expect(await told(local)).toEqual([]);
      await driver.panel.run(`document.querySelector('.limits').open = true`);
      await until('the button', () => driver.panel.has('.is-storage'));
      await driver.panel.click('.is-storage');
      expect(await tellsOf(local)).toEqual(['local-storage session.tokens.id_token']);
      expect([await told(session), await told(cookie)]).toEqual([
        ['session-storage id_token'],
        ['script-cookie readable'],
      ]);
      await until('what was found', async () => /Tokens found: 3/.test(await driver.panel.text('.limits')));
    });

    const inChromium = engine === 'chromium' ? test : undefined;
    inChromium?.('an open WebSocket and its messages, when asked for', async () => {
      const [inUrl, went, came] = [fresh(), fresh(), fresh()];
      const say = base64(json({ token: came }));
      await driver.tab.run(
        `socket(location.origin.replace('http', 'ws') + '/?token=${inUrl}&say=${say}', [], ${json(json({ authorization: `Bearer ${went}` }))})`,
      );
      await driver.panel.click('.is-streams');
      expect(await tellsOf(inUrl)).toEqual(['url-query token']);
      expect([await told(went), await told(came)]).toEqual([
        ['websocket-sent $.authorization'],
        ['websocket-received $.token'],
      ]);
    });
  });
});
