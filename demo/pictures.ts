import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { launch } from '../test/e2e/browsers/launch';
import { decodePng, encodePalette } from '../test/preview/png';
import { build, packages } from './build';
import { clockedPackage } from './clockedPackage';
import { ensure } from './install';
import { travel } from './journey';
import { takeStates } from './pictureStates';
import { takePromo } from './promo';
import { startSite } from './site';

const folder = 'docs/pictures';
const storeFolder = 'docs/store';
/** Flask's own, so that every picture names the same address. */
const PORT = 5000;
/** When the tokens of all pictures are made, and how much later their windows are pictured, in milliseconds. */
const MADE_MS = Date.UTC(2026, 10, 22, 9, 0);
const PICTURED_AFTER_MS = 30_000;
/** What both stores take, in pixels. */
const storeSize = [1280, 800] as const;

/**
 * `npm run pictures`: of each state from the preview page; for the README and the stores, of the real windows.
 * `npm run pictures -- many one`: of these states alone.
 */
export async function main(some: readonly string[] = []): Promise<number> {
  await ensure(['chromium']);
  await build('chromium');
  for (const each of [folder, storeFolder, '.cache']) mkdirSync(each, { recursive: true });
  await takeStates(some);
  if (some.length > 0) return 0;
  await takePromo();
  for (const theme of ['light', 'dark']) {
    await takeIn(theme, 2, (name) => `${folder}/${name}-${theme}.png`);
    await takeIn(theme, 1, (name) => storeFile(name, theme), storeSize);
  }
  return 0;
}

/** The stores take no picture of a popup's size; it is taken all the same, and put where nothing is kept. */
const storeFile = (name: string, theme: string) =>
  name === 'panel' ? `${storeFolder}/${name}-${theme}.png` : `.cache/${name}-${theme}.png`;

async function takeIn(
  theme: string,
  scale: number,
  file: Parameters<typeof travel>[2],
  panelSize?: Parameters<typeof travel>[3],
): Promise<void> {
  const site = await startSite({ port: PORT, nowMs: () => MADE_MS });
  const extension = clockedPackage(packages.chromium, {
    windowMs: MADE_MS + PICTURED_AFTER_MS,
    offsetMs: MADE_MS - Date.now(),
  });
  const driver = await launch('chromium', { extension, dark: theme === 'dark', scale });
  try {
    const { pictures } = await travel(driver, site, file, panelSize);
    for (const picture of pictures) writeFileSync(picture, encodePalette(decodePng(readFileSync(picture))));
    console.log(pictures.join('\n'));
  } finally {
    await driver.close();
    await site.close();
    rmSync(extension, { recursive: true, force: true });
  }
}
