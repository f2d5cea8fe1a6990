import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import type { Driver } from '../e2e/browsers/driver';
import { launch } from '../e2e/browsers/launch';
import { issue, startTruthServer } from '../e2e/truthServer';
import { root } from '../sources';
import { median, type Row } from './row';

const FETCHES = 1_000;
const PAIRS = 21;
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

/** Adds up what the listeners of webRequest take, of their own time, in `globalThis.handlers`. */
const stopwatch = `
  const api = (globalThis.browser ?? chrome).webRequest;
  globalThis.handlers = { ms: 0, calls: 0 };
  for (const name of ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred']) {
    const event = api[name];
    const add = event.addListener.bind(event);
    event.addListener = (listener, ...rest) => add((details) => {
      const start = performance.now();
      try { return listener(details); } finally {
        globalThis.handlers.ms += performance.now() - start;
        globalThis.handlers.calls += 1;
      }
    }, ...rest);
  }
`;

/** The package with a stopwatch in its background, in front of everything else. */
function timed(engine: Engine): string {
  const folder = withBackground(engine, (loader) => `import '/stopwatch.js';\n${loader}`);
  writeFileSync(join(folder, 'stopwatch.js'), stopwatch);
  return folder;
}

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

/** What a page's requests take with the extension, against the same beside a background that does nothing, in turn. */
export async function fetchCost(engine: Engine): Promise<Row[]> {
  const folders = [timed(engine), idle(engine)];
  const server = await startTruthServer();
  const [own, other] = await Promise.all(folders.map((extension) => launch(engine, { extension })));
  try {
    if (!own || !other) throw new Error('a browser did not start');
    const token = issue({ sub: 'bench', pad: 'x'.repeat(500) });
    for (const driver of [own, other]) await driver.tab.visit(server.url);
    await own.background('1');
    for (const driver of [own, other]) await run(driver, token);
    const ratios: number[] = [];
    const times: { own: number[]; other: number[] } = { own: [], other: [] };
    for (let pair = 0; pair < PAIRS; pair++) {
      const first = pair % 2 === 0 ? own : other;
      const one = await run(first, token);
      const two = await run(first === own ? other : own, token);
      const [with_, without] = first === own ? [one, two] : [two, one];
      times.own.push(with_);
      times.other.push(without);
      ratios.push(with_ / without);
      server.received.length = 0;
    }
    const handlers = await own.background<{ ms: number; calls: number }>(
      'globalThis.handlers ?? self.handlers',
    );
    return rowsOf(own.version, times, ratios, handlers);
  } finally {
    await Promise.all([own?.close(), other?.close()]);
    await server.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(
  where: string,
  times: { own: number[]; other: number[] },
  ratios: readonly number[],
  handlers: { ms: number; calls: number },
): Row[] {
  const [low, high] = intervalOf(ratios);
  const requests = FETCHES * (PAIRS + 1);
  const each = (handlers.ms * 1_000) / requests;
  const whole = (median(times.other) * 1_000) / FETCHES;
  return [
    {
      what: `${FETCHES} fetches of a page with a token each`,
      against: 'the same beside a background that does nothing',
      where,
      figures: `${median(times.own).toFixed(0)} / ${median(times.other).toFixed(0)} ms, ${PAIRS} pairs in turn; 95 % of the median: ${low.toFixed(3)} to ${high.toFixed(3)}`,
      ratio: median(ratios),
      aim: '1.05 within or above the interval',
      met: low <= 1.05,
    },
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
