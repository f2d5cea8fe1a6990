import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { states } from '../preview/states';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';
import { until } from './browsers/until';

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
const engines = ['chromium', 'firefox'] as const;
type Name = (typeof windows)[number];

let server: PreviewServer;
let drivers: Driver[] = [];

beforeAll(async () => {
  const config = { configFile: 'test/preview/vite.config.ts', logLevel: 'error' } as const;
  await build(config);
  server = await preview({ ...config, preview: { port: 0 } });
  drivers = await Promise.all(engines.map((engine) => launch(engine, { extension: packages[engine] })));
});

afterAll(async () => {
  await Promise.all(drivers.map((driver) => driver.close()));
  await server?.close();
});

/** Shows a window in a state, at its first size, and waits until all of it is there. */
async function show(tab: Tab, name: Name, state: string, more = ''): Promise<void> {
  await tab.size(...sizes[name][0]);
  await tab.visit(`${server.resolvedUrls?.local[0]}?window=${name}&state=${state}${more}`);
  const box = 'html[data-ready] :is(.key textarea, .comparison .title)';
  await until(`the ${name} in the state ${state}`, () =>
    tab.run(`document.querySelector('${box}') !== null`),
  );
}

/** What axe objects to, as "rule: element". */
async function objections(tab: Tab, theme: string): Promise<string[]> {
  await tab.run(`document.documentElement.style.colorScheme = '${theme}'`);
  const { violations } = await tab.run<AxeResults>('window.axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme}, ${id}: ${html}`));
}

/** At which sizes something is wider than the window. */
async function tooWide(tab: Tab, name: Name): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of sizes[name]) {
    await tab.size(width, height);
    const needed = await tab.run<number>('document.documentElement.scrollWidth');
    if (needed > width) found.push(`${needed} of ${width}`);
  }
  return found;
}

async function faultsIn({ tab }: Driver, name: Name, state: string): Promise<string[]> {
  await show(tab, name, state);
  await tab.run(`(() => { ${axeSource}\nreturn true; })()`);
  const objected = [...(await objections(tab, 'light')), ...(await objections(tab, 'dark'))];
  const wide = await tooWide(tab, name);
  // Half as long again and from right to left: what a translation may do.
  await show(tab, name, state, '&lang=pseudo&dir=rtl');
  return [...objected, ...wide, ...(await tooWide(tab, name))];
}

describe.each(Object.keys(states))('in the state "%s"', (state) => {
  test.each(windows)(
    'the %s has nothing that axe objects to, and nothing of it is wider than it, in any language',
    async (name) => {
      const faults = await Promise.all(drivers.map((driver) => faultsIn(driver, name, state)));
      expect(Object.fromEntries(engines.map((engine, at) => [engine, faults[at]]))).toEqual(
        Object.fromEntries(engines.map((engine) => [engine, []])),
      );
    },
  );
});
