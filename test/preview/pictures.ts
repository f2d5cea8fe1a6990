import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tab } from '../e2e/browsers/driver';
import { until } from '../e2e/browsers/until';
import { decodePng, differingPixels, encodePalette } from './png';

/** Where the picture of each state lies, and what is known of the browser that took it. */
export const folder = 'docs/pictures/states';
const manifestFile = join(folder, 'taken.json');

/** The browser and its fonts: the same letters look another way in another. */
export interface Taker {
  browser: string;
  fonts: string;
}

interface Taken extends Taker {
  /** SHA-256 of what the browser gave, before its colours were reduced, by the picture's name. */
  sums: Record<string, string>;
}

interface Shot {
  name: 'light' | 'dark' | 'narrow';
  window: 'panel' | 'popup';
  theme: 'light' | 'dark';
  /** CSS pixels. */
  size: readonly [width: number, height: number];
}

/** In which size a window is opened before it is pictured. */
export const openingSize = [960, 600] as const;

const shots: readonly Shot[] = [
  { name: 'light', window: 'panel', theme: 'light', size: [960, 600] },
  { name: 'dark', window: 'panel', theme: 'dark', size: [960, 600] },
  { name: 'narrow', window: 'popup', theme: 'light', size: [420, 720] },
];

/** States of what the popup has not: there the narrow picture is one of the panel. */
const inPanelAlone = /^(workbench|compare|timeline|file)/;

/** The pictures of a state that show this window. */
export function shotsOf(state: string, window: Shot['window']): readonly Shot[] {
  const narrow = inPanelAlone.test(state) ? 'panel' : 'popup';
  return shots.filter((shot) => (shot.name === 'narrow' ? narrow : shot.window) === window);
}

export const pictureName = (state: string, { name }: Shot) => `${state}-${name}`;

/** What took the pictures that there are. */
export function readTaken(): Taken {
  if (!existsSync(manifestFile)) return { browser: 'none', fonts: '', sums: {} };
  return JSON.parse(readFileSync(manifestFile, 'utf8')) as Taken;
}

/** Some words in the fonts of the windows, on a page of its own. */
const sample = `(() => {
  const line = (font) => {
    const text = document.createElement('p');
    text.textContent = 'Signature verified, expires in 4:12 — eyJhbGciOiJIUzI1NiJ9 äöü 確認 «»';
    Object.assign(text.style, { font, margin: '4px' });
    return text;
  };
  document.body.replaceChildren(line('13px system-ui, sans-serif'), line('600 12px system-ui, sans-serif'), line('12px monospace'));
  return true;
})()`;

/** Tells the browser of a tab from others. The tab shows some other page afterwards. */
export async function takerOf(tab: Tab, browser: string): Promise<Taker> {
  await resize(tab, [480, 100]);
  await tab.run(sample);
  return { browser, fonts: sumOf(await shoot(tab)).slice(0, 16) };
}

export function isSame(a: Taker, b: Taker): boolean {
  return a.browser === b.browser && a.fonts === b.fonts;
}

const sumOf = (file: Buffer) => createHash('sha256').update(file).digest('hex');

/** A busy browser takes its time to give a page its size. */
async function resize(tab: Tab, [width, height]: Shot['size']): Promise<void> {
  await tab.size(width, height);
  await until('the size', () => tab.run(`innerWidth === ${width} && innerHeight === ${height}`));
}

async function shoot(tab: Tab): Promise<Buffer> {
  mkdirSync('.cache', { recursive: true });
  await tab.shoot('.cache/shot.png');
  return readFileSync('.cache/shot.png');
}

/** So long nothing has changed when a picture is taken; to compare, one that rested for a moment may do. */
const LONG_REST_MS = 700;
const SHORT_REST_MS = 100;

async function shootAs(tab: Tab, { theme, size }: Shot, restMs: number): Promise<Buffer> {
  await resize(tab, size);
  await tab.run(`document.documentElement.style.colorScheme = '${theme}'`);
  await tab.run(`preview.rest(${restMs}).then(() => true)`);
  return shoot(tab);
}

/** Writes the picture of what a tab shows; returns its sum. */
export async function takePicture(tab: Tab, state: string, shot: Shot): Promise<string> {
  // In another theme it is the same, in other colours.
  const file = await shootAs(tab, shot, shot.name === 'dark' ? SHORT_REST_MS : LONG_REST_MS);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${pictureName(state, shot)}.png`), encodePalette(decodePng(file)));
  return sumOf(file);
}

export function writeTaken(taken: Taken): void {
  const sums = Object.fromEntries(Object.entries(taken.sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(manifestFile, `${JSON.stringify({ ...taken, sums }, null, 2)}\n`);
}

/** So many pixels may differ: an edge, no letter. */
const MOST_PIXELS = 12;
/** What comes last may come late on a busy machine. */
const LOOKS = 5;

/** How what a tab shows differs from the picture of it; nothing where it does not. */
export async function difference(tab: Tab, state: string, shot: Shot): Promise<string | undefined> {
  const name = pictureName(state, shot);
  const path = join(folder, `${name}.png`);
  if (!existsSync(path)) return `${name}: there is no picture of it`;
  const { sums } = readTaken();
  let pixels = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    const file = await shootAs(tab, shot, look === 0 ? SHORT_REST_MS : LONG_REST_MS);
    if (sumOf(file) === sums[name]) return undefined;
    pixels = differingPixels(decodePng(file), decodePng(readFileSync(path)));
    if (pixels <= MOST_PIXELS) return undefined;
    writeFileSync(join('.cache', `${name}.png`), file);
  }
  return `${name}: ${pixels} pixels differ; how it looks now is in .cache/${name}.png`;
}
