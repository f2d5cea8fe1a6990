import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import type { Fact } from '../../src/core/traffic/fact';
import { sent } from '../core/traffic/facts';
import type { Driver, Tab } from '../e2e/browsers/driver';
import { launch } from '../e2e/browsers/launch';
import { issue } from '../e2e/truthServer';
import { root } from '../sources';
import { readyIn } from './readyAfter';
import { median, type Row } from './row';

const TOKENS = 200;
const ROUNDS = 21;

/** The package with a page added that does nothing but say that it is ready. */
function withBlankPage(engine: Engine): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-bench-'));
  cpSync(join(root, packages[engine]), folder, { recursive: true });
  writeFileSync(
    join(folder, 'src/blank.html'),
    '<!doctype html><title>blank</title><script type="module" src="blank.js"></script><p>blank',
  );
  writeFileSync(
    join(folder, 'src/blank.js'),
    "document.documentElement.dataset.ready = 'true'; performance.mark('ready');",
  );
  return folder;
}

/** What a page's tab has recorded after so many requests, each with a token of its own. */
function tokensOf(tabId: number): Fact[] {
  const now = Date.now();
  return Array.from({ length: TOKENS }, (_, n) => {
    const claims = { user_id: n, username: `user-${n}`, exp: Math.floor(now / 1000) + 3600 };
    return sent(n, now - TOKENS + n, issue(claims), { tabId });
  });
}

/** Opens an empty tab, and has the log hold what that tab alone recorded. Gives its id. */
async function tabWithTokens(driver: Driver, page: Tab): Promise<number> {
  const api = '(globalThis.browser ?? chrome)';
  const tabId = await driver.background<number>(
    `${api}.tabs.create({ url: 'about:blank' }).then(({ id }) => id)`,
  );
  const ask = (command: string, argument: object) =>
    page.run(`${api}.runtime.sendMessage(${JSON.stringify({ command, argument })}).then(() => 1)`);
  await ask('forget', { untilMs: Date.now() });
  await ask('restore', { facts: tokensOf(tabId) });
  return tabId;
}

/**
 * Popup ready with 200 stored tokens of its tab, the newest of them shown in full, against a blank page of the extension:
 * from navigation to the ready mark, in turn.
 */
export async function popupReady(engine: Engine): Promise<Row> {
  const folder = withBlankPage(engine);
  const driver = await launch(engine, { extension: folder });
  try {
    const helper = await driver.extensionPage('src/blank.html');
    // One who is not new here: the introduction stands above the token else.
    const settings = JSON.stringify({ settings: { by: '', value: { welcomed: true } } });
    await helper.run(`(globalThis.browser ?? chrome).storage.local.set(${settings}).then(() => 1)`);
    const own: number[] = [];
    const blank: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const tabId = () => tabWithTokens(driver, helper);
      own.push(await readyIn(driver, await tabId(), 'src/popup.html', '.grid .row + .row'));
      blank.push(await readyIn(driver, await tabId(), 'src/blank.html', 'p'));
    }
    const [a, b] = [median(own), median(blank)];
    return {
      what: `Popup ready with ${TOKENS} stored tokens`,
      against: 'a blank page of the extension',
      where: driver.version,
      figures: `${a.toFixed(0)} / ${b.toFixed(0)} ms, medians of ${ROUNDS}`,
      ratio: a / b,
      aim: '<= 1.6',
    };
  } finally {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
