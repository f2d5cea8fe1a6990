import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packages } from '../../demo/build';
import type { Engine } from '../../demo/findBrowser';
import { launch } from '../e2e/browsers/launch';
import { root } from '../sources';
import { built } from './built';
import { resultsOf, tellFailures } from './patience';

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
  writeFileSync(join(folder, 'src/failures.js'), tellFailures);
  writeFileSync(
    join(folder, 'src/bench.html'),
    `<!doctype html><title>bench</title><script src="/src/failures.js"></script><script type="module" src="/${script}"></script>`,
  );
  const driver = await launch(engine, { extension: folder });
  try {
    const page = await driver.extensionPage('src/bench.html');
    return { results: await resultsOf<T>(page), where: driver.version };
  } finally {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
