import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import type { Filled } from './logInPage';

const session = '(globalThis.browser ?? chrome).storage.session';

/** The code that fills the log, as one function's body. */
async function fillingCode(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: ['chrome140', 'firefox142'],
      lib: {
        entry: fileURLToPath(new URL('logInPage.ts', import.meta.url)),
        formats: ['iife'],
        name: 'filling',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const [first] = built[0]?.output ?? [];
  if (first?.type !== 'chunk') throw new Error('the code that fills the log was not built');
  return first.code;
}

describe.each(['chromium', 'firefox'] as const)('the session log in %s', (engine) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch(engine, { extension: packages[engine] });
  });
  afterAll(async () => {
    await driver?.close();
  });

  test('holds 250,000 captures of 1,000 tokens and 5,000 addresses in 9 MB, drops little beyond that, and counts it', async () => {
    const page = await driver.extensionPage('src/popup.html');
    const before = await page.run<number>(`${session}.getBytesInUse()`);
    await page.run(
      `(() => { ${await fillingCode()}; globalThis.log = filling.startFilling(${session}); })()`,
    );
    for (let part = 0; part < 10; part++) await page.run(`log.add(25000, 'shared')`);
    const full = await page.run<Filled>('log.held()');
    await page.run(`log.add(12000, 'own')`);
    const over = await page.run<Filled>('log.held()');
    expect(full).toMatchObject({ captures: 250_000, dropped: 0 });
    expect(full.bytes - before).toBeLessThanOrEqual(9_000_000);
    expect(over.dropped).toBeGreaterThan(0);
    expect(over.captures + over.dropped).toBe(262_000);
    expect(over.bytes).toBeLessThanOrEqual(9_500_000);
    // What goes at once is little of the whole.
    expect(over.bytes).toBeGreaterThan(7_000_000);
    console.log(`${engine}: ${full.bytes} bytes for 250,000 captures; ${over.captures} fit in ${over.bytes}`);
  }, 600_000);
});
