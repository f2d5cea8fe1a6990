import { render } from 'preact';
import messages from '../../src/_locales/en/messages.json';
import { mountPanel } from '../../src/ui/Panel';
import { mountPopup } from '../../src/ui/Popup';
import { type Catalogue, createSay } from '../../src/ui/say';
import { codeOpen } from '../../src/ui/snippets/CodeSection';
import { endMoves, watchMoves } from './moved';
import { pseudoCatalogue } from './pseudo';
import { states } from './states';
import { fakeSurroundings } from './surroundings';

// What the windows fetch later is here from the start, so that nothing is still on its way when they rest.
import.meta.glob(['../../src/ui/**/*.tsx', '../../src/core/**/*.ts'], { eager: true });

const root = document.documentElement;
// However long an answer takes on a busy machine, what stands below it is held back.
root.style.setProperty('--held', '3600s');
// And by what makes no layer of it, as the text of one stands elsewhere by a fraction of a pixel.
const hidden = new CSSStyleSheet();
hidden.replaceSync('@keyframes held { from, to { visibility: hidden } }');
document.adoptedStyleSheets = [hidden];

/** What the address asks for: `?window=panel&state=many&theme=dark&dir=rtl&lang=de`. */
interface Asked {
  window?: string;
  state?: string;
  theme?: string;
  dir?: string;
  lang?: string;
}

const catalogues = import.meta.glob<{ default: Catalogue }>('../../src/_locales/*/messages.json');

/** The catalogue of a language by its folder's name, or the pseudo-language that shows where room is short. */
async function catalogueOf(language: string): Promise<Catalogue> {
  if (language === 'pseudo') return pseudoCatalogue(messages);
  return (await catalogues[`../../src/_locales/${language}/messages.json`]?.())?.default ?? messages;
}

/** Opens a folded part by its heading, and waits until its content stands there. */
async function unfold(title: string): Promise<void> {
  for (;;) {
    const headings = [...document.querySelectorAll('summary h3')];
    const summary = headings.find((heading) => heading.textContent === title)?.closest('summary');
    const folded = summary?.closest('details');
    if (folded) folded.dataset.asked = 'true';
    if (folded && folded.childElementCount > 1) return;
    if (folded?.open === false) summary?.click();
    await new Promise((painted) => requestAnimationFrame(painted));
  }
}

/** Presses a button, and waits until what it opens stands there. */
async function press(name: string): Promise<void> {
  while (!document.querySelector(':popover-open :is(h2, h3)')) {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    if (!document.querySelector(':popover-open'))
      buttons.find(({ textContent }) => textContent?.trim() === name)?.click();
    await new Promise((painted) => requestAnimationFrame(painted));
  }
}

/** Gives a file to the window, where it takes one, and waits until it is shown or refused. */
async function drop({ name, text }: { name: string; text: string }): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  document.body.firstElementChild?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  while (document.querySelector('.panel') && !document.querySelector('.file.is-shown, .file.is-failed'))
    await new Promise((painted) => requestAnimationFrame(painted));
}

const inEnglish = (title: string) =>
  Object.entries(messages).find(([, { message }]) => message === title)?.[0] as keyof typeof messages;

/** What stood there goes, with all that it left on the page. */
function leave(): void {
  render(null, document.body);
  document.body.replaceChildren();
  for (const name of Object.keys(root.dataset)) delete root.dataset[name];
  codeOpen.value = false;
  scrollTo(0, 0);
}

/** A selector of what the panel is scrolled to. */
let lookedAt = '[data-asked]';

/** Shows a window in a state, in place of what is shown. Resolves when it stands there, but for what comes later. */
async function show(asked: Asked): Promise<void> {
  leave();
  root.style.colorScheme = asked.theme ?? 'light dark';
  root.dir = asked.dir ?? 'ltr';
  const given: Parameters<typeof fakeSurroundings>[0] = await states[asked.state ?? 'many']?.();
  const say = createSay(await catalogueOf(asked.lang ?? 'en'));
  const mount = asked.window === 'panel' ? mountPanel : mountPopup;
  lookedAt = given?.lookedAt ?? '[data-asked]';
  watchMoves();
  await mount(document.body, { ...fakeSurroundings(given), say });
  // What is opened or pressed below may well move what is there.
  if (given?.file || given?.unfolded || given?.pressed || given?.view === 'timeline') endMoves();
  if (given?.file) await drop(given.file);
  for (const title of given?.unfolded ?? []) await unfold(say(inEnglish(title)));
  if (given?.pressed) {
    // What still comes would close what is opened.
    await rest(100);
    await press(say(inEnglish(given.pressed)));
  }
  root.dataset.ready = 'true';
}

/** What is said as long as an answer is awaited. */
const busy = [
  'signature_head_checking',
  'expectations_checking',
  'refusal_busy',
  'doctor_busy',
  'long_reading',
] as const;

let changedMs = 0;
const changed = () => {
  changedMs = performance.now();
};
const whatever = { subtree: true, childList: true, attributes: true, characterData: true };
new MutationObserver(changed).observe(document, whatever);

/** Signatures that are being tried change nothing on the page before one fits. */
function watch(name: 'verify' | 'sign' | 'digest' | 'importKey'): void {
  const own = crypto.subtle[name].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
  const watched = (...args: unknown[]) => own(...args).finally(changed);
  Object.defineProperty(crypto.subtle, name, { value: watched });
}
for (const name of ['verify', 'sign', 'digest', 'importKey'] as const) watch(name);

let working = 0;

/** A worker gets one task, and ends when its answer is there or is no longer wanted. */
window.Worker = class extends Worker {
  #busy = 0;

  override postMessage(task: unknown): void {
    super.postMessage(task);
    this.#busy += 1;
    working += 1;
  }

  override terminate(): void {
    super.terminate();
    working -= this.#busy;
    this.#busy = 0;
    changed();
  }
};

/** Resolves when no answer is awaited any more and nothing on the page has changed for a while, in milliseconds. */
async function rest(forMs: number): Promise<void> {
  const awaited = () => busy.some((key) => document.body.textContent.includes(messages[key].message));
  changed();
  while (working > 0 || awaited() || performance.now() - changedMs < forMs)
    await new Promise((painted) => requestAnimationFrame(painted));
  // What is to be looked at is looked at; a scrolled page itself could not be pictured.
  document.querySelector(`.main :is([data-asked], ${lookedAt})`)?.scrollIntoView();
  await new Promise((painted) => requestAnimationFrame(painted));
}

Object.assign(window, { preview: { show, rest, endMoves } });
await show(Object.fromEntries(new URLSearchParams(location.search)));
