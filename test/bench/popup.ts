import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { createLogWriter } from '../../src/core/traffic/writer';
import { sent } from '../core/traffic/facts';
import { createMemoryStore } from '../core/traffic/memoryStore';
import { launch } from '../e2e/browsers/launch';
import { issue } from '../e2e/truthServer';
import { root } from '../sources';
import { readyAfter } from './readyAfter';
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

/** What the session log holds after a page has used so many tokens. */
async function storedTokens(tabId: number): Promise<Record<string, unknown>> {
  const store = createMemoryStore();
  const now = Date.now();
  const facts = Array.from({ length: TOKENS }, (_, n) =>
    sent(n, now + n, issue({ user_id: n, username: `user-${n}`, exp: Math.floor(now / 1000) + 3600 }), {
      tabId,
    }),
  );
  await createLogWriter(store).append(facts);
  return Object.fromEntries(store.items);
}

/** Popup ready with 200 stored tokens, against a blank page of the extension: from navigation to the ready mark. */
export async function popupReady(engine: Engine): Promise<Row> {
  const folder = withBlankPage(engine);
  const driver = await launch(engine, { extension: folder });
  try {
    const tabs = 'globalThis.browser ?? chrome';
    const tabId = await driver.background<number>(`(${tabs}).tabs.query({}).then(([tab]) => tab.id)`);
    const items = await storedTokens(tabId);
    await driver.background(`(${tabs}).storage.session.set(${JSON.stringify(items)}).then(() => 1)`);
    const own: number[] = [];
    const blank: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      own.push(await readyAfter(driver, 'src/popup.html'));
      blank.push(await readyAfter(driver, 'src/blank.html'));
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
