import type { Driver } from '../test/e2e/browsers/driver';
import { until } from '../test/e2e/browsers/until';
import { type Site, secret } from './site';

export interface Seen {
  /** The panel's list of tokens as it reads: its column titles and then its rows. */
  table: string[][];
  /** The pictures that were taken. */
  pictures: string[];
}

/** Buttons of the demo's page, in the order in which a visitor would press them. */
const cases = ['login', 'missing', 'bearer', 'refresh', 'short', 'expired', 'foreign', 'rs256'];
/** Sign-in and Bearer API send the same token, and one case sends none. */
const tokens = cases.length - 2;

const gotIt = { role: 'button', name: 'Got it' };
const keyBox = { role: 'textbox', name: 'Secret or key' };
/** The oldest of them, which has all that is good. */
const signedInRow = `[role=grid] [aria-rowindex="${tokens + 1}"]`;
const readTable = `[...document.querySelectorAll('[role=grid][aria-label="Captured tokens"] [role=row]')]
  .map((row) => [...row.children].map((cell) => cell.textContent.trim()))`;

/** Of these tokens something is found: all that the guide's own secret signed. */
const unsafe = 4;
const isCounted = `[...document.querySelectorAll('button')]
  .some((chip) => /^Findings\\s*${unsafe}$/.test(chip.textContent))`;

/** Opens the demo with DevTools on it and signs in, so that one token has been captured. */
export async function signIn(driver: Driver, site: Site): Promise<void> {
  await driver.tab.visit(site.url);
  await driver.openPanel();
  await press(driver, 'login');
  await until('the token in the panel', async () => (await rowsOf(driver)).length > 1);
}

/** The browser gives a popup its height step by step, as its content comes. */
const isStill = `new Promise((done) => {
  const height = innerHeight;
  setTimeout(() => done(innerHeight === height), 500);
})`;

/**
 * Goes through all cases of the demo, reads what the panel shows of them, and takes a picture of panel and popup:
 * `picture` gives each its file. The panel's size is in CSS pixels.
 */
export async function travel(
  driver: Driver,
  site: Site,
  picture: (window: 'panel' | 'popup') => string,
  panelSize: readonly [width: number, height: number] = [1180, 760],
): Promise<Seen> {
  await signIn(driver, site);
  await driver.sizePanel(...panelSize);
  await until('the introduction', () => driver.panel.has(gotIt));
  await driver.panel.click(gotIt);
  for (const name of cases.slice(1)) await press(driver, name);
  const unchecked = await until(`${tokens} tokens in the panel`, async () => {
    const rows = await rowsOf(driver);
    return rows.length > tokens && rows;
  });
  await driver.panel.fill(keyBox, secret);
  await until('a verdict for each token', async () => {
    const marks = (await rowsOf(driver)).map(([mark]) => mark);
    return unchecked.slice(1).every(([before], index) => marks[index + 1] !== before);
  });
  const table = await rowsOf(driver);
  await driver.panel.click(signedInRow);
  await until('the findings', () => driver.panel.has('.findings li'));
  await until('their count', () => driver.panel.run<boolean>(isCounted));
  await driver.panel.shoot(picture('panel'));
  await driver.closeDevtools();
  await driver.openPopup();
  await until('the popup to have taken its height', () => driver.popup.run<boolean>(isStill));
  await driver.popup.shoot(picture('popup'));
  await driver.closePopup();
  return { table, pictures: [picture('panel'), picture('popup')] };
}

async function press(driver: Driver, name: string): Promise<void> {
  await driver.tab.click(`#${name}`);
  await until(`the answer to ${name}`, () => driver.tab.has(`#answers [data-case=${name}]`));
}

function rowsOf(driver: Driver): Promise<string[][]> {
  return driver.panel.run<string[][]>(readTable);
}
