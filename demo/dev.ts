import { basename } from 'node:path';
import { build } from 'vite';
import type { Driver } from '../test/e2e/browsers/driver';
import { launch } from '../test/e2e/browsers/launch';
import { packages } from './build';
import { hasDisplay } from './display';
import type { Engine } from './findBrowser';
import { ensure } from './install';
import { signIn } from './journey';
import { startSite } from './site';

/**
 * `npm run dev [-- firefox]`: the demo in a real browser, its extension built and loaded anew whenever a source file
 * changes. Built as for people, so that the CSP holds here too.
 */
export async function main([engine = 'chromium']: readonly string[]): Promise<number> {
  if (engine !== 'chromium' && engine !== 'firefox') {
    console.error('npm run dev [-- chromium | firefox]');
    return 2;
  }
  await ensure([engine]);
  const extension = `dist/dev/${basename(packages[engine])}`;
  const site = await startSite();
  const builds = await watch(engine, extension);
  await builds.next();
  const driver = await launch(engine, { extension, headless: !hasDisplay() });
  await signIn(driver, site);
  console.log(`${driver.version} shows the demo at ${site.url}. Close it or press Ctrl-C to end.`);
  const gone = driver.gone.then(() => 'gone' as const);
  while ((await Promise.race([builds.next(), gone])) !== 'gone') await reload(driver, site);
  await builds.close();
  await driver.close();
  await site.close();
  return 0;
}

async function reload(driver: Driver, site: Parameters<typeof signIn>[1]): Promise<void> {
  await driver.closeDevtools();
  await driver.reinstall();
  await signIn(driver, site);
  console.log('Loaded the new build.');
}

interface Builds {
  /** Settles when there is a build that was not told yet. */
  next(): Promise<void>;
  close(): Promise<void>;
}

async function watch(engine: Engine, outDir: string): Promise<Builds> {
  const watcher = await build({
    mode: basename(packages[engine]),
    logLevel: 'warn',
    build: { watch: {}, outDir },
  });
  if (!('on' in watcher)) throw new Error('Vite does not watch');
  let fresh = false;
  let tell: () => void = () => {};
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'END') return;
    fresh = true;
    tell();
  });
  return {
    async next() {
      const built = new Promise<void>((done) => {
        tell = done;
      });
      if (!fresh) await built;
      fresh = false;
    },
    close: () => watcher.close(),
  };
}
