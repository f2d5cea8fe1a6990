import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import { until } from './until';

/** The extension's service worker: whether it runs, and power over it. */
export interface ExtensionWorker {
  alive(): boolean;
  wake(): Promise<void>;
  /** Stops it at once and waits until it has stopped. An event may wake the next one meanwhile. */
  kill(): Promise<void>;
  /** Evaluates in it, waking it where it sleeps. */
  run<T>(expression: string): Promise<T>;
}

type Version = Protocol.ServiceWorker.ServiceWorkerVersion;

/**
 * Follows the worker by the protocol's ServiceWorker domain, from a page of the extension. The browser's list of targets
 * does not tell: a dead worker's target may linger, and Chromium lets the next worker have it.
 */
export async function watchWorker(browser: Browser, page: Page, origin: string): Promise<ExtensionWorker> {
  const session = await page.createCDPSession();
  const versions = new Map<string, Version>();
  let stops = 0;
  session.on('ServiceWorker.workerVersionUpdated', (update) => {
    for (const version of update.versions.filter(({ scriptURL }) => scriptURL.startsWith(origin))) {
      versions.set(version.versionId, version);
      if (version.runningStatus === 'stopped') stops += 1;
    }
  });
  await session.send('ServiceWorker.enable');
  await until('the service worker to be known', () => versions.size > 0);

  const running = () => [...versions.values()].find(({ runningStatus }) => runningStatus === 'running');
  const alive = () => running() !== undefined;
  const wake = async () => {
    await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
    await until('the service worker to start', alive);
  };

  return {
    alive,
    wake,
    async kill() {
      const before = stops;
      const doomed = running();
      if (doomed === undefined) return;
      await session.send('ServiceWorker.stopWorker', { versionId: doomed.versionId });
      await until('the service worker to stop', () => stops > before);
    },
    async run<T>(expression: string) {
      if (!alive()) await wake();
      // A session of its own: Puppeteer keeps one for each target, and with it the worker that the target once had.
      const root = await browser.target().createCDPSession();
      const session = await until('the service worker to answer', () => attach(root, running()?.targetId));
      const reply = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      await root.detach();
      const { exceptionDetails: fault, result } = reply;
      if (fault !== undefined) throw new Error(fault.exception?.description ?? fault.text);
      return result.value as T;
    },
  };
}

async function attach(
  root: CDPSession,
  targetId: string | undefined,
): Promise<CDPSession | null | undefined> {
  if (targetId === undefined) return undefined;
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
  return root.connection()?.session(sessionId);
}
