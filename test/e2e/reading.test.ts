import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { properties } from '../core/token/properties';
import type { Driver } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';
import { serveCore } from './coreServer';

describe.each(['chromium', 'firefox'] as const)('the readers in %s', (engine) => {
  let driver: Driver;
  let site: Awaited<ReturnType<typeof serveCore>>;

  beforeAll(async () => {
    site = await serveCore('readingInPage.ts');
    driver = await launch(engine, { extension: packages[engine] });
    await driver.tab.visit(site.url);
    await until('core to have loaded', () =>
      driver.tab.run<boolean>(`typeof window.brokenPromises === 'function'`),
    );
  });
  afterAll(async () => {
    await driver?.close();
    site?.close();
  });

  test('keep their promises, with the native decoder that Node lacks', async () => {
    expect(await driver.tab.run('typeof Uint8Array.fromBase64')).toBe('function');
    const kept = Object.fromEntries(properties.map(([title]) => [title, '']));
    expect(await driver.tab.run('window.brokenPromises(500)')).toEqual(kept);
  });
});
