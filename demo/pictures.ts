import { mkdirSync } from 'node:fs';
import { launch } from '../test/e2e/browsers/launch';
import { build, packages } from './build';
import { ensure } from './install';
import { travel } from './journey';
import { startSite } from './site';

const folder = 'docs/pictures';

/** `npm run pictures`: the README's pictures, of the real windows in both themes. */
export async function main(): Promise<number> {
  await ensure(['chromium']);
  await build('chromium');
  mkdirSync(folder, { recursive: true });
  for (const theme of ['light', 'dark']) await takeIn(theme);
  return 0;
}

async function takeIn(theme: string): Promise<void> {
  const site = await startSite();
  const driver = await launch('chromium', {
    extension: packages.chromium,
    dark: theme === 'dark',
    scale: 2,
  });
  try {
    const { pictures } = await travel(driver, site, (name) => `${folder}/${name}-${theme}.png`);
    console.log(pictures.join('\n'));
  } finally {
    await driver.close();
    await site.close();
  }
}
