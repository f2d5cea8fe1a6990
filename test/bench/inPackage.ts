import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { launch } from '../e2e/browsers/launch';
import { until } from '../e2e/browsers/until';
import { root } from '../sources';
import { built } from './built';

/** What a page leaves in `globalThis.results` that runs as one of the extension's own, with all its rights. */
export async function measuredInPackage<T>(
  engine: Engine,
  entry: string,
): Promise<{ results: readonly T[]; where: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-bench-'));
  cpSync(join(root, packages[engine]), folder, { recursive: true });
  const chunks = await built(entry);
  for (const { fileName, code } of chunks) {
    mkdirSync(dirname(join(folder, fileName)), { recursive: true });
    writeFileSync(join(folder, fileName), code);
  }
  const script = chunks.find(({ isEntry }) => isEntry)?.fileName;
  writeFileSync(
    join(folder, 'src/bench.html'),
    `<!doctype html><title>bench</title><script type="module" src="/${script}"></script>`,
  );
  const driver = await launch(engine, { extension: folder });
  try {
    const page = await driver.extensionPage('src/bench.html');
    const results = await patiently(() => page.run<T[] | null>('globalThis.results ?? null'));
    return { results, where: driver.version };
  } finally {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** These measurements take longer than anything that a test waits for. */
async function patiently<T>(read: () => Promise<T | null>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await until('the measurements', read)) as T;
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
}
