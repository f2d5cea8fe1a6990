import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'vitest';
import type { Accessible, Driver, Target, View } from './browsers/driver';
import { elementExpression } from './browsers/locate';
import { until } from './browsers/until';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nobody presses Tab more often than this to get from one answer to the next. */
const MOST_STOPS = 80;

/** What has the focus, in a few words, and whether it can be seen that it has. Nothing: the focus is lost. */
const stop = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { what: '', seen: false };
  const rings = (element) => element && getComputedStyle(element).outlineStyle !== 'none';
  const what = [at.localName, at.getAttribute('role'), at.getAttribute('aria-label') ?? at.textContent.slice(0, 40)];
  return { what: what.join(' '), seen: rings(at) || rings(at.closest('.box')) || at.matches('.splitter:focus-visible') };
})()`;

/** Presses Tab until an element has the focus. Every stop on the way must be seen. */
async function tabTo(view: View, target: Target): Promise<void> {
  const arrived = `document.activeElement === ${elementExpression(target)}`;
  const passed: string[] = [];
  while (!(await view.run<boolean>(arrived))) {
    if (passed.length > MOST_STOPS)
      throw new Error(`${JSON.stringify(target)} is not among ${passed.join('; ')}`);
    await view.press('Tab');
    const { what, seen } = await view.run<{ what: string; seen: boolean }>(stop);
    expect(seen, `${what}, after ${passed.at(-1)}`).toBe(true);
    passed.push(what);
  }
}

async function type(view: View, text: string): Promise<void> {
  for (const character of text) await view.press(character);
}

/** Waits until assistive technology is told of what fits, and gives it. */
function told(view: View, what: string, fits: (one: Accessible) => boolean): Promise<Accessible> {
  return until(`${what} in the accessibility tree`, async () => (await view.accessible()).find(fits));
}

const hearsOf = (view: View, role: string, name: RegExp) =>
  told(view, `${role} ${name}`, (one) => new RegExp(`^${role}$`).test(one.role) && name.test(one.name));

/** The texts that assistive technology reads between a heading and the next one. */
async function readUnder(view: View, heading: RegExp): Promise<string> {
  const all = await view.accessible();
  const from = all.findIndex(({ role, name }) => role === 'heading' && heading.test(name));
  const rest = all.slice(from + 1);
  const to = rest.findIndex(({ role }) => role === 'heading');
  return rest
    .slice(0, to < 0 ? undefined : to)
    .map(({ name }) => name)
    .join(' ');
}

/** What takes input or can be pressed and has no name, by role. */
async function nameless(view: View): Promise<string[]> {
  const widgets =
    /^(button|link|textbox|searchbox|combobox|checkbox|grid|treegrid|tree|treeitem|separator|dialog|slider|tab)$/;
  return (await view.accessible())
    .filter(({ role, name }) => widgets.test(role) && name.trim() === '')
    .map(({ role }) => role);
}

/** What axe objects to, as "rule: element". */
async function objections(view: View): Promise<string[]> {
  await view.run(`(() => { ${axeSource}\nreturn true; })()`);
  const { violations } = await view.run<AxeResults>('window.axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The windows that are walked through. */
export const walked = ['popup', 'panel', 'full'] as const;
type Walked = (typeof walked)[number];

const rowsAgain = 'document.querySelectorAll(".grid .row").length >= 2';

/** Puts the introduction away, and clears the list and puts it back: the focus is never lost with what goes. */
export async function goRound(view: View, isNew: boolean): Promise<void> {
  await until('the rows', () => view.run(rowsAgain));
  await view.focus();
  if (isNew) {
    await tabTo(view, { role: 'button', name: 'Got it' });
    await view.press('Enter');
    await until('no introduction', async () => !(await view.has('.greeting')));
  }
  await tabTo(view, { role: 'button', name: 'Clear' });
  await view.press('Enter');
  await told(view, 'what was cleared', ({ name }) => /^\d+ requests? cleared\.$/.test(name));
  await tabTo(view, { role: 'button', name: 'Undo' });
  await view.press('Enter');
  await until('the rows again', () => view.run(rowsAgain));
  await until('the focus beside it', () => view.run('document.activeElement !== document.body'));
}

/** Moves the border between list and token as far as it goes. */
export async function moveBorder(view: View): Promise<void> {
  await tabTo(view, '.splitter');
  await view.press('End');
}

/** Shows the second row: who am I, when does it expire, why 401? */
export async function answerFirst(view: View, who: RegExp): Promise<void> {
  await tabTo(view, '.grid');
  await view.press('Home');
  await view.press('ArrowDown');
  await hearsOf(view, 'heading', who);
  expect(await readUnder(view, /^Time$/)).toMatch(/Expires in/);
  await until('the cause', async () => (await readUnder(view, /^Why 401\?$/)).length > 40);
}

/** Is the signature right with this secret, and which requests carried the token? */
export async function answerNext(view: View, secret: string, path: RegExp): Promise<void> {
  await tabTo(view, { role: 'textbox', name: 'Secret or key' });
  await view.run('document.activeElement.select()');
  await view.press('Delete');
  await type(view, secret);
  await told(view, 'the verdict', ({ name }) => /Signature verified/.test(name));
  expect(await readUnder(view, /^1 request$/)).toMatch(path);
}

/** Has a word explained, and comes back to it. */
export async function lookUp(view: View, word: string, closeBy: string): Promise<void> {
  await tabTo(view, { role: 'button', name: word });
  await view.press('Enter');
  await hearsOf(view, 'dialog', new RegExp(`^${word}$`));
  const size = await view.run('innerHeight');
  await view.press(closeBy);
  await until('the focus on the word', () =>
    view.run(`document.activeElement.matches('.term') && document.activeElement.textContent === '${word}'`),
  );
  // DevTools have opened no console of theirs.
  expect(await view.run('[innerHeight, document.hasFocus()]')).toEqual([size, true]);
}

/** Whatever can be used has a name, and axe has nothing against the window, nor against its sheet of help. */
export async function inspect(view: View): Promise<void> {
  expect(await nameless(view)).toEqual([]);
  expect(await objections(view)).toEqual([]);
  await view.press('?');
  await until('the sheet', () => view.has('.sheet:popover-open .words'));
  expect(await objections(view)).toEqual([]);
  await view.press('?');
  await until('the sheet to be closed', async () => !(await view.has('.sheet:popover-open')));
}

/** Opens a window as its user would. */
export const openWindow: Readonly<Record<Walked, (driver: Driver) => Promise<View>>> = {
  async popup(driver) {
    await driver.openPopup();
    return driver.popup;
  },
  async panel(driver) {
    await driver.openPanel();
    return driver.panel;
  },
  async full(driver) {
    const tab = await driver.extensionPage('src/full.html');
    await tab.activate();
    return tab;
  },
};
