import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import type { Driver } from '../e2e/browsers/driver';
import { launch } from '../e2e/browsers/launch';
import { issue, startTruthServer, type TruthServer } from '../e2e/truthServer';
import { root } from '../sources';
import { median, type Row } from './row';

const FETCHES = 1_000;
const ROUNDS = 21;
/** So many at a time, as a busy page has them. */
const AT_ONCE = 10;

/** A copy of the package with another text for its background's script. */
function withBackground(engine: Engine, textOf: (loader: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-bench-'));
  cpSync(join(root, packages[engine]), folder, { recursive: true });
  const { background } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const script = join(folder, background.service_worker ?? background.scripts[0]);
  writeFileSync(script, textOf(readFileSync(script, 'utf8')));
  return folder;
}

/** The package with a background that does nothing. */
const idle = (engine: Engine) => withBackground(engine, () => '');

/** The package with a script of ours in its background, in front of everything else. */
function prefaced(engine: Engine, script: string): string {
  const folder = withBackground(engine, (loader) => `import '/preface.js';\n${loader}`);
  writeFileSync(join(folder, 'preface.js'), script);
  return folder;
}

/** Puts something in the place of each listener of webRequest, for the same events and asking for the same. */
const instead = (listener: string) => `
  const api = (globalThis.browser ?? chrome).webRequest;
  globalThis.handlers = { ms: 0, calls: 0 };
  for (const name of ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred']) {
    const event = api[name];
    const add = event.addListener.bind(event);
    event.addListener = (listener, ...rest) => add(${listener}, ...rest);
  }
`;

/** Adds up what the listeners take, of their own time, in `globalThis.handlers`. */
const timed = instead(`(details) => {
  const start = performance.now();
  try { return listener(details); } finally {
    globalThis.handlers.ms += performance.now() - start;
    globalThis.handlers.calls += 1;
  }
}`);

/** What is measured: the extension, the same with listeners that do nothing, and a background that does nothing. */
const kinds = ['own', 'deaf', 'idle'] as const;
type Kind = (typeof kinds)[number];
type Each<T> = Record<Kind, T>;

const packaged: Each<(engine: Engine) => string> = {
  own: (engine) => prefaced(engine, timed),
  deaf: (engine) => prefaced(engine, instead('() => {}')),
  idle,
};

/** Milliseconds that a page needs for all its requests, each with a token. */
const run = (driver: Driver, token: string) =>
  driver.tab.run<number>(`(async () => {
    const headers = { authorization: 'Bearer ${token}' };
    const start = performance.now();
    for (let at = 0; at < ${FETCHES}; at += ${AT_ONCE})
      await Promise.all(Array.from({ length: ${AT_ONCE} }, (_, i) => fetch('/api/' + (at + i), { headers }).then((r) => r.text())));
    return performance.now() - start;
  })()`);

/** The interval that holds the median of the population in 95 of 100 cases, from the order of the values alone. */
export function intervalOf(values: readonly number[]): [low: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const reach = Math.floor(sorted.length / 2 - 0.98 * Math.sqrt(sorted.length));
  return [sorted[reach - 1] ?? Number.NaN, sorted[sorted.length - reach] ?? Number.NaN];
}

interface Handlers {
  ms: number;
  calls: number;
}

/** What a page's requests take with the extension, and with less of it, in turn. */
export async function fetchCost(engine: Engine): Promise<Row[]> {
  const folders = kinds.map((kind) => packaged[kind](engine));
  const server = await startTruthServer();
  const drivers = await Promise.all(folders.map((extension) => launch(engine, { extension })));
  try {
    for (const driver of drivers) await driver.tab.visit(server.url);
    const times = await inTurn(drivers, server);
    // Asked for last: a background that a driver listens to is slower than the others.
    const handlers = await drivers[0]?.background<Handlers>('globalThis.handlers ?? self.handlers');
    if (!handlers) throw new Error('the background tells nothing of its listeners');
    return rowsOf(drivers[0]?.version ?? engine, times, handlers);
  } finally {
    await Promise.all(drivers.map((driver) => driver.close()));
    await server.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** The times of all rounds, after one to warm up. In each round another one is first. */
async function inTurn(drivers: readonly Driver[], server: TruthServer): Promise<Each<number[]>> {
  const token = issue({ sub: 'bench', pad: 'x'.repeat(500) });
  const times: Each<number[]> = { own: [], deaf: [], idle: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const step of kinds.keys()) {
      const at = (round + step) % kinds.length;
      const [kind, driver] = [kinds[at], drivers[at]];
      if (!kind || !driver) throw new Error('a browser did not start');
      const ms = await run(driver, token);
      if (round > 0) times[kind].push(ms);
    }
    server.received.length = 0;
  }
  return times;
}

const words: Each<string> = {
  own: `${FETCHES} fetches of a page with a token each`,
  deaf: 'listeners of the same events that do nothing',
  idle: 'a background that does nothing',
};

/** One of them against another. */
function rowOf(where: string, times: Each<number[]>, one: Kind, other: Kind, aim?: number): Row {
  const ratios = times[one].map((ms, round) => ms / (times[other][round] ?? Number.NaN));
  const [low, high] = intervalOf(ratios);
  const ms = (kind: Kind) => median(times[kind]).toFixed(0);
  return {
    what: one === 'own' ? words.own : `${words.own}, beside ${words[one]}`,
    against: `the same beside ${words[other]}`,
    where,
    figures: `${ms(one)} / ${ms(other)} ms, ${ROUNDS} rounds in turn; 95 % of the median: ${low.toFixed(3)} to ${high.toFixed(3)}`,
    ratio: median(ratios),
    ...(aim === undefined
      ? { aim: 'none' }
      : { aim: `${aim} within or above the interval`, met: low <= aim }),
  };
}

function rowsOf(where: string, times: Each<number[]>, handlers: Handlers): Row[] {
  const each = (handlers.ms * 1_000) / (FETCHES * (ROUNDS + 1));
  const whole = (median(times.idle) * 1_000) / FETCHES;
  return [
    rowOf(where, times, 'own', 'idle', 1.05),
    rowOf(where, times, 'deaf', 'idle'),
    rowOf(where, times, 'own', 'deaf'),
    {
      what: "The background's listeners, own time for a request",
      against: 'the request as a whole without them',
      where,
      figures: `${each.toFixed(1)} / ${whole.toFixed(0)} µs`,
      ratio: each / whole,
      aim: 'none',
    },
  ];
}
