import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

const json = JSON.stringify;
const sorted = (list: readonly string[]) => list.toSorted();

describe.each(['chromium', 'firefox'] as const)('a background that dies in %s', (engine) => {
  let driver: Driver;
  let server: TruthServer;
  let reader: Tab;
  let serial = 0;

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

  /** Chromium's DevTools ask the server for a file of their own, without a token. */
  const truth = () => sorted(server.received.flatMap(({ authorization }) => authorization ?? []));
  const logged = async () => sorted(valuesOf(await exchangesIn(reader)));
  /** Sends so many requests at once, each with a token of its own, and waits for the server's answers. */
  const burst = async (count: number) => {
    const tokens = Array.from({ length: count }, () => issue({ user_id: ++serial }));
    await driver.tab.run(
      `Promise.all(${json(tokens)}.map((token) => call('/api/burst', 'Bearer ' + token)))`,
    );
  };
  const everythingLogged = () =>
    until(
      'the log to hold as many captures as the server received',
      async () => (await logged()).length >= truth().length,
    );

  test('killed between bursts it loses nothing, with DevTools closed', async () => {
    for (let round = 0; round < 5; round++) {
      await burst(7);
      await everythingLogged();
      await driver.killBackground();
    }
    await burst(1);
    await everythingLogged();
    expect(await logged()).toEqual(truth());
  });

  test('the answer to a request that was under way when it died is still recorded', async () => {
    const token = issue({ user_id: ++serial });
    const slow = driver.tab.run(`call('/slow', ${json(token)})`);
    await until('the request to be logged', async () => (await logged()).includes(token));
    await driver.killBackground();
    await slow;
    const [found] = await until('its answer', async () => {
      const own = (await exchangesIn(reader)).filter(({ captures }) =>
        captures.some((one) => one.token === token),
      );
      return own[0]?.status !== undefined && own;
    });
    expect(found?.status).toBe(200);
  });

  test('killed at random in mid-burst it loses nothing, with DevTools open', async () => {
    await driver.openPanel();
    for (let round = 0; round < 4; round++) {
      const flying = burst(25);
      await new Promise((done) => setTimeout(done, Math.random() * 60));
      await driver.killBackground();
      await flying;
    }
    await everythingLogged();
    expect(await logged()).toEqual(truth());
    await driver.closeDevtools();
  });
});
