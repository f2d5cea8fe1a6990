import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../e2e/browsers/driver';
import { launch, packages } from '../../e2e/browsers/launch';
import { until } from '../../e2e/browsers/until';
import { type Good, rightHeader, signed } from './faults';
import { startGuide } from './guide';
import { secret, startNodeServer } from './nodeServer';

interface Server {
  url: string;
  close(): Promise<void>;
}

const json = JSON.stringify;
const now = () => Math.floor(Date.now() / 1000);
const good = (prefix: Good['prefix'], who: string): Good => ({
  now: now(),
  prefix,
  secret,
  claims: { user_id: 123, username: who, exp: now() + 3600 },
});

/** Who calls which server how, and what the panel must say of it first. */
const calls: readonly [
  who: string,
  server: 'guide' | 'node',
  path: string,
  header: (who: string) => string,
  says: RegExp,
][] = [
  ['ada', 'guide', 'guide', (who) => `Bearer ${signed(good('', who).claims, secret)}`, /wants the raw token/],
  ['bob', 'guide', 'splitting', (who) => signed(good('', who).claims, secret), /server wants Bearer/],
  [
    'cy',
    'guide',
    'outspoken',
    (who) => signed({ ...good('', who).claims, exp: now() - 60 }, secret),
    /had expired/,
  ],
  [
    'dee',
    'guide',
    'guide',
    (who) => signed({ ...good('', who).claims, iat: now() + 600 }, secret),
    /issued in the future/,
  ],
  [
    'eve',
    'node',
    'spoken',
    (who) => `Bearer ${signed(good('', who).claims, 'another-key')}`,
    /signature does not match/,
  ],
  [
    'fay',
    'node',
    'jose',
    (who) => `Bearer Bearer ${signed(good('', who).claims, secret)}`,
    /prefix is there twice/,
  ],
  ['gus', 'node', 'tutorial', (who) => signed(good('', who).claims, secret), /server wants Bearer/],
];

describe.each(['chromium', 'firefox'] as const)('why real servers refuse, seen in %s', (engine) => {
  let servers: Record<'guide' | 'node', Server>;
  let driver: Driver;

  const fetchIn = (url: string, headers: object = {}) =>
    driver.tab.run<number>(`fetch(${json(url)}, { headers: ${json(headers)} }).then(({ status }) => status)`);
  const rowOf = (who: string) =>
    `[...document.querySelectorAll('[role=grid] [role=row]')].find((row) => row.textContent.includes(${json(who)}))`;

  beforeAll(async () => {
    servers = { guide: await startGuide(), node: await startNodeServer() };
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(`${servers.guide.url}/nowhere`);
    await driver.openPanel();
  });
  afterAll(() =>
    Promise.all([driver?.close(), ...Object.values(servers ?? {}).map((server) => server.close())]),
  );

  test.each(calls)('%s at %s/%s', async (who, server, path, header, says) => {
    await driver.tab.visit(`${servers[server].url}/nowhere`);
    const status = await fetchIn(`${servers[server].url}/${path}`, { Authorization: header(who) });
    expect(status).toBeGreaterThanOrEqual(400);
    await until(`the row of ${who}`, () =>
      driver.panel.run(`${rowOf(who)}?.click() ?? Boolean(${rowOf(who)})`),
    );
    const why = await until(`the cause to be named, ${says}`, async () => {
      const text = await driver.panel.text('.view .why .cause');
      return says.test(text) && text;
    });
    expect(why).toMatch(/Certain|Likely|Possible/);
  });

  test('a request without a token is told of, and explained on a click', async () => {
    await driver.tab.visit(`${servers.guide.url}/nowhere`);
    expect(await fetchIn(`${servers.guide.url}/guide`)).toBe(401);
    const banner = { role: 'button', name: '1 request without a token was refused' };
    await until('the banner', () => driver.panel.has(banner));
    await driver.panel.click(banner);
    await driver.panel.click('.refused-list button');
    await until('the cause', async () => /No token was sent/.test(await driver.panel.text('.notices .why')));
  });

  test('a request that went well is not explained', async () => {
    await driver.tab.visit(`${servers.guide.url}/nowhere`);
    expect(await fetchIn(`${servers.guide.url}/guide`, { Authorization: rightHeader(good('', 'hal')) })).toBe(
      200,
    );
    await until('the row of hal', () =>
      driver.panel.run(`${rowOf('hal')}?.click() ?? Boolean(${rowOf('hal')})`),
    );
    await until('hal to be shown', async () => /hal/.test(await driver.panel.text('.view h2')));
    await until('the requests of hal', () => driver.panel.has('.view .requests'));
    expect(await driver.panel.has('.view .why')).toBe(false);
  });
});
