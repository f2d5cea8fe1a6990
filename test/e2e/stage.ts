import { afterAll, beforeAll, expect } from 'vitest';
import type { Engine } from '../../demo/findBrowser';
import type { Exchange } from '../../src/core/traffic/exchange';
import type { Driver, LaunchOptions, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { exchangesIn, openReader, valuesOf } from './sessionLog';
import { issue, startTruthServer, type TruthServer } from './truthServer';

interface Setting extends Partial<LaunchOptions> {
  /** The server's address; by default one that the manifest's host permissions name. */
  host?: string;
}

/** A browser with the extension in it, on a page of a truth server, and a window that reads the session log. */
export interface Stage {
  readonly driver: Driver;
  readonly server: TruthServer;
  readonly reader: Tab;
  /** A token like no other. */
  fresh(): string;
  /** Sends requests at once, each with a token of its own, and waits for their answers. Gives the tokens. */
  send(count?: number, from?: Tab): Promise<string[]>;
  exchanges(): Promise<readonly Exchange[]>;
  /** The exchanges that carried a token. */
  exchangesWith(token: string): Promise<readonly Exchange[]>;
  isLogged(token: string): Promise<boolean>;
  /** Waits until the log holds as many values as the server received in Authorization: they must be the same. */
  loggedTruth(): Promise<void>;
  /** Opens the window that reads the log anew, as after an update of the extension. */
  readAnew(): Promise<void>;
}

/** Sets the stage for the tests of a suite, to be called at its beginning; all is taken down after the last of them. */
export function stage(engine: Engine, { host, ...options }: Setting = {}): Stage {
  let set: { driver: Driver; server: TruthServer; reader: Tab } | undefined;
  let serial = 0;
  const get = () => {
    if (!set) throw new Error('the stage is not set');
    return set;
  };
  beforeAll(async () => {
    const server = await startTruthServer(host);
    const driver = await launch(engine, { extension: packages[engine], ...options });
    set = { driver, server, reader: await openReader(driver) };
    await driver.tab.visit(server.url);
  });
  afterAll(async () => {
    await set?.driver.close();
    await set?.server.close();
  });

  const fresh = () =>
    issue({ user_id: ++serial, username: 'john_doe', exp: Math.floor(Date.now() / 1000) + 3600 });
  const exchanges = () => exchangesIn(get().reader);
  const exchangesWith = async (token: string) =>
    (await exchanges()).filter(({ captures }) => captures.some((capture) => capture.token === token));
  const logged = async () => valuesOf(await exchanges()).toSorted();
  const truth = () => get().server.received.flatMap(({ authorization }) => authorization ?? []);

  return {
    get driver() {
      return get().driver;
    },
    get server() {
      return get().server;
    },
    get reader() {
      return get().reader;
    },
    fresh,
    async send(count = 1, from = get().driver.tab) {
      const tokens = Array.from({ length: count }, fresh);
      const list = JSON.stringify(tokens);
      await from.run(`Promise.all(${list}.map((token) => call('/api/sent', 'Bearer ' + token)))`);
      return tokens;
    },
    exchanges,
    exchangesWith,
    isLogged: async (token) => (await exchangesWith(token)).length > 0,
    async loggedTruth() {
      await until(
        'the log to hold as many captures as the server received',
        async () => (await logged()).length >= truth().length,
      );
      expect(await logged()).toEqual(truth().toSorted());
    },
    async readAnew() {
      get().reader = await openReader(get().driver);
    },
  };
}
