import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picturesNotCompared } from '../notCompared';
import { openState, PICTURE_ZONE, servePreview, showState } from '../preview/page';
import { difference, isSame, openingSize, readTaken, shotsOf, takerOf } from '../preview/pictures';
import { states } from '../preview/states';
import type { Driver, Tab } from './browsers/driver';
import { launch, packages } from './browsers/launch';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Size = readonly [width: number, height: number];

/** CSS pixels. What is magnified to 200 % has half of the window's. */
const sizes: Readonly<Record<'popup' | 'panel', readonly [Size, ...Size[]]>> = {
  popup: [
    [420, 600],
    [400, 300],
  ],
  // Undocked, on the largest screens, docked below, magnified, at the side, and narrow.
  panel: [
    [1280, 800],
    [3840, 2160],
    [800, 300],
    [640, 400],
    [420, 900],
    [320, 700],
  ],
};
const windows = ['popup', 'panel'] as const;
const engines = ['chromium', 'firefox'] as const;
type Name = (typeof windows)[number];

process.env.TZ = PICTURE_ZONE;

let server: Awaited<ReturnType<typeof servePreview>>;
let drivers: Driver[] = [];
/** Whether this is the browser that took the pictures, with the same fonts. */
let isTaker = false;
/** How states differ from their pictures, as far as they were compared. */
const compared = new Map<string, (string | undefined)[]>();

beforeAll(async () => {
  server = await servePreview();
  drivers = await Promise.all(engines.map((engine) => launch(engine, { extension: packages[engine] })));
  if (drivers[0]) await recognize(drivers[0]);
});

afterAll(async () => {
  await Promise.all(drivers.map((driver) => driver.close()));
  await server?.close();
});

async function recognize({ tab, version }: Driver): Promise<void> {
  await openState(tab, server.url, { window: 'popup', state: 'empty' });
  isTaker = isSame(await takerOf(tab, version), readTaken());
}

/** Opens a window in a state, in the size in which it was opened to be pictured. */
async function open(tab: Tab, window: Name, state: string): Promise<void> {
  await tab.size(...openingSize);
  await openState(tab, server.url, { window, state });
}

/** What axe objects to, as "rule: element". Another theme has other colours, and all else is the same. */
async function objections(tab: Tab, theme: string, rules: readonly string[] = []): Promise<string[]> {
  await tab.run(`document.documentElement.style.colorScheme = '${theme}'`);
  const options = { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) };
  const { violations } = await tab.run<Pick<AxeResults, 'violations'>>(
    `window.axe.run(${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme}, ${id}: ${html}`));
}

/** In the page: what is wider than the window, and which controls lie on each other. */
const misplaced = `(() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const controls = [...document.querySelectorAll('button, input, select, textarea, summary, .chip')]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((element) => !element.closest('[popover], .copy-claim, .grid, .override'))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const within = (element) => element.closest('.main, .side, .toolbar, .popup, .statusbar, .drawer');
  const name = (element) => (element.getAttribute('aria-label') ?? element.textContent).slice(0, 30);
  const pairs = controls.flatMap(({ element, box }, at) => controls.slice(at + 1)
    .filter((other) => over(box, other.box) && within(element) === within(other.element))
    .filter((other) => !element.contains(other.element) && !other.element.contains(element))
    .map((other) => name(element) + ' lies on ' + name(other.element)));
  return [...(wide > 0 ? [wide + ' px too wide'] : []), ...pairs.slice(0, 3)];
})()`;

/** At which sizes something is wider than the window, or lies on something else. */
async function misplacedIn(tab: Tab, window: Name, widest = Number.POSITIVE_INFINITY): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of sizes[window].filter(([each]) => each <= widest)) {
    await tab.size(width, height);
    for (const what of await tab.run<string[]>(misplaced)) found.push(`${width} x ${height}: ${what}`);
  }
  return found;
}

/** Compares what a tab shows with the pictures of it. */
async function compare(tab: Tab, window: Name, state: string): Promise<void> {
  const found = compared.get(state) ?? [];
  for (const shot of shotsOf(state, window)) found.push(await difference(tab, state, shot));
  compared.set(state, found);
}

/** So often a window may come: what moves each time is ours, what moves once is a machine that paints in between. */
const COMINGS = 3;

/** What moves while the window comes, although nobody touched anything. */
async function movedIn(tab: Tab, window: Name, state: string): Promise<string[]> {
  let moved: string[] = [];
  for (let coming = 0; coming < COMINGS; coming++) {
    await open(tab, window, state);
    moved = await tab.run<string[]>('preview.rest(100).then(() => preview.endMoves())');
    if (moved.length === 0) break;
  }
  return moved;
}

async function faultsIn({ tab, engine }: Driver, window: Name, state: string): Promise<string[]> {
  // Firefox does not tell.
  const moved = engine === 'chromium' ? await movedIn(tab, window, state) : [];
  if (engine === 'firefox') await open(tab, window, state);
  if (engine === 'chromium' && isTaker) await compare(tab, window, state);
  await tab.size(...sizes[window][0]);
  await tab.run(`(() => { ${axeSource}\nreturn true; })()`);
  const objected = [
    ...(await objections(tab, 'light')),
    ...(await objections(tab, 'dark', ['color-contrast'])),
  ];
  const faults = [...moved, ...objected, ...(await misplacedIn(tab, window))];
  // Half as long again and from right to left: what a translation may do, but not where there is plenty of room.
  await tab.size(...sizes[window][0]);
  await showState(tab, { window, state, lang: 'pseudo', dir: 'rtl' });
  return [...faults, ...(await misplacedIn(tab, window, 1280))];
}

describe.each(Object.keys(states))('in the state "%s"', (state) => {
  test.each(windows)(
    'nothing of the %s moves as it comes, axe objects to nothing, nothing is wider than it or lies on something else',
    async (window) => {
      const faults = await Promise.all(drivers.map((driver) => faultsIn(driver, window, state)));
      expect(Object.fromEntries(engines.map((engine, at) => [engine, faults[at]]))).toEqual(
        Object.fromEntries(engines.map((engine) => [engine, []])),
      );
    },
  );
});

describe(picturesNotCompared(readTaken().browser), () => {
  test.for(Object.keys(states))('the state "%s" looks as in its pictures', async (state, { skip }) => {
    if (!isTaker) return skip();
    const [{ tab } = { tab: undefined }] = drivers;
    if (!compared.has(state) && tab)
      for (const window of windows) {
        await open(tab, window, state);
        await compare(tab, window, state);
      }
    expect(compared.get(state)?.filter((found) => found !== undefined)).toEqual([]);
    expect(compared.get(state)).toHaveLength(3);
  });
});
