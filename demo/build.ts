import { basename } from 'node:path';
import type { Engine } from './findBrowser';
import { step } from './step.mjs';

/** Folder of the package that an engine takes, from the repository's root. */
export const packages: Record<Engine, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

/** Vite's command line, without a shell or npx in between. */
export const vite = [process.execPath, 'node_modules/vite/bin/vite.js'] as const;

/** Builds the package of one engine. */
export async function build(engine: Engine): Promise<void> {
  const folder = packages[engine];
  await step(`Building ${folder}`, [...vite, 'build', '--mode', basename(folder), '--logLevel', 'warn']);
}
