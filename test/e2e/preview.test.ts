import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../demo/findBrowser';
import { states } from '../preview/states';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Size = readonly [width: number, height: number];

/** CSS pixels: the popup as browsers show it, and the panel undocked, docked below, at the side, and narrow. */
const sizes: Readonly<Record<'popup' | 'panel', readonly [Size, ...Size[]]>> = {
  popup: [[420, 600]],
  panel: [
    [1280, 800],
    [700, 400],
    [420, 900],
    [320, 700],
  ],
};
const windows = ['popup', 'panel'] as const;

let server: PreviewServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const config = { configFile: 'test/preview/vite.config.ts', logLevel: 'error' } as const;
  await build(config);
  server = await preview({ ...config, preview: { port: 0 } });
  const found = findBrowser('chromium');
  if (!found) throw new Error('no Chromium was found');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({ executablePath: found.path, args });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Shows a window in a state, at a size, and waits until all of it is there. */
async function show(name: string, state: string, [width, height]: Size): Promise<void> {
  await page.setViewport({ width, height });
  await page.goto(`${server.resolvedUrls?.local[0]}?window=${name}&state=${state}`);
  await page.waitForSelector('html[data-ready] :is(.key textarea, .comparison .title)');
  await page.evaluate(axeSource);
}

/** What axe objects to, as "rule: element". */
async function objections(theme: string): Promise<string[]> {
  await page.evaluate(`document.documentElement.style.colorScheme = '${theme}'`);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(Object.keys(states))('in the state "%s"', (state) => {
  test.each(windows)(
    'the %s has nothing that axe objects to, and nothing of it is wider than it',
    async (name) => {
      const [first, ...others] = sizes[name];
      await show(name, state, first);
      for (const theme of ['light', 'dark']) expect(await objections(theme)).toEqual([]);
      for (const [width, height] of [first, ...others]) {
        await page.setViewport({ width, height });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    },
  );
});
