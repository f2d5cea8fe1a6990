import type { Engine } from '../../demo/findBrowser';
import type { LogIndex } from '../../src/core/traffic/logItems';
import type { Driver, Tab } from '../e2e/browsers/driver';
import { launch, packages } from '../e2e/browsers/launch';
import { temporaryProfile } from '../e2e/browsers/profile';
import { until } from '../e2e/browsers/until';
import { exchangesIn, openReader } from '../e2e/sessionLog';
import { issue, startTruthServer } from '../e2e/truthServer';
import { memoryOf } from './memory';
import { countReceived, type Tally, tallyOf, tooMany, total } from './truth';

/** Different tokens and addresses that go round. */
const TOKENS = 1_000;
const ADDRESSES = 5_000;

/** One sample, taken between two bursts. Bytes. */
export interface Sample {
  minute: number;
  requests: number;
  sessionBytes: number;
  /** Of the browser with all its processes; undefined beyond Linux. */
  memory: number | undefined;
}

/** What came of it. */
export interface SoakFigures {
  browser: string;
  minutes: number;
  requests: number;
  kills: number;
  /** Captures that are in the log, and those that it counts as dropped. */
  logged: number;
  dropped: number;
  /** Captures in the log that never reached the server, or stand there too often. */
  tooMany: number;
  samples: readonly Sample[];
}

export interface SoakPlan {
  minutes: number;
  /** Requests a minute. */
  rate: number;
  /** Requests at once; the background is killed between two such bursts. */
  burst: number;
}

const session = '(globalThis.browser ?? chrome).storage.session';

/** A token of about 1 KB, its number in it. */
const tokenOf = (n: number) => issue({ user_id: n, exp: 4_000_000_000, pad: `${n}-`.padEnd(650, 'x') });

/** What the log says that it holds and has dropped, without reading it. */
async function countsIn(reader: Tab): Promise<{ logged: number; dropped: number }> {
  const index = await reader.run<LogIndex | null>(`${session}.get('log').then(({ log }) => log ?? null)`);
  const logged = index?.segments.reduce((sum, { captures }) => sum + captures, 0) ?? 0;
  return { logged, dropped: index?.dropped ?? 0 };
}

/** Sends bursts of requests at a steady rate, kills the background after each, and compares the log with the truth. */
export async function soak(engine: Engine, { minutes, rate, burst }: SoakPlan): Promise<SoakFigures> {
  const server = await startTruthServer();
  const profile = temporaryProfile();
  const driver = await launch(engine, { extension: packages[engine], profile });
  try {
    const reader = await openReader(driver);
    await driver.tab.visit(server.url);
    await driver.tab.run(
      `void (window.pool = ${JSON.stringify(Array.from({ length: TOKENS }, (_, n) => tokenOf(n)))})`,
    );
    await driver.background('1');
    const truth: Tally = new Map();
    const samples: Sample[] = [];
    const start = Date.now();
    let requests = 0;
    let kills = 0;
    for (let at = 0; Date.now() - start < minutes * 60_000; at += burst) {
      await send(driver, at, burst);
      requests += countReceived(truth, server.received.splice(0));
      await recorded(reader, requests);
      await driver.killBackground();
      kills++;
      if (isDue(samples, start, minutes))
        samples.push(await sampleOf(reader, start, requests, profile.folder));
      await pause(start + (requests / rate) * 60_000 - Date.now());
    }
    const { dropped } = await countsIn(reader);
    const log = tallyOf(await exchangesIn(reader), server.url);
    return {
      browser: driver.version,
      minutes: (Date.now() - start) / 60_000,
      requests,
      kills,
      logged: total(log),
      dropped,
      tooMany: tooMany(log, truth),
      samples,
    };
  } finally {
    await driver.close();
    await server.close();
    profile.remove();
  }
}

async function send({ tab }: Driver, from: number, count: number): Promise<void> {
  await tab.run(`Promise.all(Array.from({ length: ${count} }, (_, i) => {
    const n = ${from} + i;
    const authorization = 'Bearer ' + window.pool[(n * 7) % ${TOKENS}];
    return fetch('/api/soak/' + (n % ${ADDRESSES}), { headers: { authorization } }).then((r) => r.text());
  })).then(() => null)`);
}

/** Every capture is in the log or counted as dropped. */
const recorded = (reader: Tab, requests: number) =>
  until(`${requests} captures, in the log or counted as dropped`, async () => {
    const { logged, dropped } = await countsIn(reader);
    return logged + dropped >= requests;
  });

const SAMPLES = 20;
const isDue = (samples: readonly Sample[], startMs: number, minutes: number) =>
  Date.now() - startMs >= (samples.length / SAMPLES) * minutes * 60_000;

async function sampleOf(reader: Tab, startMs: number, requests: number, folder: string): Promise<Sample> {
  const sessionBytes = await reader.run<number>(`${session}.getBytesInUse()`);
  return { minute: (Date.now() - startMs) / 60_000, requests, sessionBytes, memory: memoryOf(folder) };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, Math.max(0, ms)));
