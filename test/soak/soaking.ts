import type { Engine } from '../../demo/findBrowser';
import type { LogIndex } from '../../src/core/traffic/logItems';
import type { Driver, Tab } from '../e2e/browsers/driver';
import { launch, packages } from '../e2e/browsers/launch';
import { temporaryProfile } from '../e2e/browsers/profile';
import { until } from '../e2e/browsers/until';
import { exchangesIn } from '../e2e/sessionLog';
import { issue, startTruthServer, type TruthServer } from '../e2e/truthServer';
import { due, type Sample, type SoakFigures, type SoakPlan } from './figures';
import { memoryOf } from './memory';
import { countReceived, type Tally, tallyOf, tooMany, total } from './truth';

/** Different tokens and addresses that go round. */
const TOKENS = 1_000;
const ADDRESSES = 5_000;
/** Minutes between two samples: 96 in the whole time, but none oftener than every ten seconds. */
const betweenSamples = ({ minutes }: SoakPlan) => Math.max(minutes / 96, 1 / 6);

const session = '(globalThis.browser ?? chrome).storage.session';

/** A token of about 1 KB, its number in it. */
const tokenOf = (n: number) => issue({ user_id: n, exp: 4_000_000_000, pad: `${n}-`.padEnd(650, 'x') });

/** A running browser, what it is to send to, and what came of it until now. */
interface Soaking {
  driver: Driver;
  server: TruthServer;
  /** A page of the extension that shows nothing and reads nothing by itself. */
  reader: Tab;
  truth: Tally;
  figures: SoakFigures & { samples: Sample[] };
}

/**
 * Sends requests at a steady rate, in bursts of what is due, kills the background after each, and compares the log with
 * the truth. `tell` has the figures after each sample. A browser that fails under it ends it: what it has until then
 * comes with the reason.
 */
export async function soak(
  engine: Engine,
  plan: SoakPlan,
  tell: (figures: SoakFigures) => void = () => {},
): Promise<SoakFigures> {
  const server = await startTruthServer();
  const profile = temporaryProfile();
  const driver = await launch(engine, { extension: packages[engine], profile });
  try {
    const soaking = await begin(driver, server);
    const { figures } = soaking;
    await run(soaking, plan, async () => {
      figures.samples.push(await sampleOf(soaking, profile.folder));
      tell(figures);
    })
      .then(() => compare(soaking))
      .catch((error: unknown) => {
        figures.cutShort = String(error);
      });
    tell(figures);
    return figures;
  } finally {
    await driver.close();
    await server.close();
    profile.remove();
  }
}

async function begin(driver: Driver, server: TruthServer): Promise<Soaking> {
  const reader = await driver.extensionPage('src/devtools.html');
  await driver.tab.activate();
  await loadSender(driver, server);
  await driver.background('1');
  const nothing = { minutes: 0, requests: 0, kills: 0, failed: 0, logged: 0, dropped: 0 };
  const figures = { browser: driver.version, ...nothing, tooMany: undefined, samples: [] };
  return { driver, server, reader, truth: new Map(), figures };
}

/** The page that sends, with all tokens at hand. */
async function loadSender({ tab }: Driver, server: TruthServer): Promise<void> {
  await tab.visit(server.url);
  const pool = Array.from({ length: TOKENS }, (_, n) => tokenOf(n));
  await tab.run(`void (window.pool = ${JSON.stringify(pool)})`);
}

async function run(soaking: Soaking, plan: SoakPlan, sample: () => Promise<void>): Promise<void> {
  const { driver, server, reader, truth, figures } = soaking;
  const start = Date.now();
  for (let sent = 0; figures.minutes < plan.minutes; ) {
    const count = due(plan, Date.now() - start, sent);
    if (count > 0) {
      figures.failed += await send(driver, sent, count);
      sent += count;
      figures.requests += countReceived(truth, server.received.splice(0));
      await patiently(() => recorded(reader, figures));
      await patiently(() => driver.killBackground());
      figures.kills++;
    }
    figures.minutes = (Date.now() - start) / 60_000;
    if (figures.minutes >= figures.samples.length * betweenSamples(plan)) {
      await tidied(driver, server);
      await sample();
    }
    await pause(250);
  }
}

/**
 * Loads the page that sends anew, as people do now and then, and has garbage collected: so that a sample tells what is
 * kept, not what the page gathers by itself or how long a collector waits.
 */
async function tidied(driver: Driver, server: TruthServer): Promise<void> {
  await loadSender(driver, server);
  await driver.collectGarbage();
  await pause(1_000);
}

/** Requests under way at a time; Chromium lets no page have thousands. */
const LANES = 60;

/** Sends so many requests; gives how many of them failed in the page. */
function send({ tab }: Driver, from: number, count: number): Promise<number> {
  return tab.run(`(async () => {
    let [next, failed] = [${from}, 0];
    const lane = async () => {
      while (next < ${from + count}) {
        const n = next++;
        const authorization = 'Bearer ' + window.pool[(n * 7) % ${TOKENS}];
        await fetch('/api/soak/' + (n % ${ADDRESSES}), { headers: { authorization } }).then((r) => r.text()).catch(() => { failed++; });
      }
    };
    await Promise.all(Array.from({ length: ${LANES} }, lane));
    return failed;
  })()`);
}

/** Waits until every capture is in the log or counted as dropped. */
const recorded = (reader: Tab, figures: SoakFigures) =>
  until(`${figures.requests} captures, in the log or counted as dropped`, async () => {
    Object.assign(figures, await countsIn(reader));
    return figures.logged + figures.dropped >= figures.requests;
  });

/** What the log says that it holds and has dropped, without reading it. */
async function countsIn(reader: Tab): Promise<Pick<SoakFigures, 'logged' | 'dropped'>> {
  const index = await reader.run<LogIndex | null>(`${session}.get('log').then(({ log }) => log ?? null)`);
  const logged = index?.segments.reduce((sum, { captures }) => sum + captures, 0) ?? 0;
  return { logged, dropped: index?.dropped ?? 0 };
}

async function sampleOf({ reader, figures }: Soaking, folder: string): Promise<Sample> {
  const { minutes, requests } = figures;
  const sessionBytes = await reader.run<number>(`${session}.getBytesInUse()`);
  return { minute: minutes, requests, sessionBytes, memory: memoryOf(folder) };
}

/** Reads the whole log and compares it with what the server received. */
async function compare({ reader, server, truth, figures }: Soaking): Promise<void> {
  const { dropped } = await countsIn(reader);
  const log = tallyOf(await exchangesIn(reader), server.url);
  Object.assign(figures, { logged: total(log), dropped, tooMany: tooMany(log, truth) });
}

/** On a machine that has much else to do a step may take longer than tests wait for it. */
async function patiently(step: () => Promise<unknown>, attempts = 4): Promise<void> {
  for (let left = attempts; ; left--) {
    try {
      await step();
      return;
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
