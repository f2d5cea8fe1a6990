import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../demo/findBrowser';
import { launch, packages } from '../e2e/browsers/launch';
import { temporaryProfile } from '../e2e/browsers/profile';
import { root } from '../sources';
import { memoryOf } from './memory';
import { pause } from './soaking';

/** Restarts that are not counted, in which the browser takes its room, and those that are. */
const WARMING = 60;
const COUNTED = 120;
/** Garbage is collected after so many of them, and given so long at the end, in milliseconds. */
const COLLECTED_EACH = 20;
const SETTLING_MS = 2_000;

/** What the extension's process keeps of each restart of a background, in bytes; undefined beyond Linux. */
export interface Restarts {
  browser: string;
  own: number | undefined;
  /** The same of a background that listens to the same events and does nothing. */
  listening: number | undefined;
}

/** Restarts the background many times, of ours and of one that only listens, without any traffic. */
export async function restarts(engine: Engine): Promise<Restarts> {
  const folder = listeningOnly(engine);
  try {
    const { browser, kept: own } = await keptOf(engine, packages[engine]);
    const { kept: listening } = await keptOf(engine, folder);
    return { browser, own, listening };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function listeningOnly(engine: Engine): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-soak-'));
  cpSync(join(root, packages[engine]), folder, { recursive: true });
  const { background } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  cpSync(
    new URL('listeningOnly.js', import.meta.url),
    join(folder, background.service_worker ?? background.scripts[0]),
  );
  return folder;
}

async function keptOf(
  engine: Engine,
  extension: string,
): Promise<{ browser: string; kept: number | undefined }> {
  const profile = temporaryProfile();
  const driver = await launch(engine, { extension, profile });
  try {
    // Keeps the process alive in which the background runs.
    await driver.extensionPage('src/devtools.html');
    const restart = async (times: number) => {
      for (let n = 0; n < times; n++) {
        await driver.killBackground();
        await driver.background('1');
        if (n % COLLECTED_EACH === 0) await driver.collectGarbage();
      }
      await driver.collectGarbage();
      await pause(SETTLING_MS);
      return memoryOf(profile.folder)?.extension;
    };
    const before = await restart(WARMING);
    const after = await restart(COUNTED);
    const kept = before === undefined || after === undefined ? undefined : (after - before) / COUNTED;
    return { browser: driver.version, kept };
  } finally {
    await driver.close();
    profile.remove();
  }
}
