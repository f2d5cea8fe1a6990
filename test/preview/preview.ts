import messages from '../../src/_locales/en/messages.json';
import { mountPanel } from '../../src/ui/Panel';
import { mountPopup } from '../../src/ui/Popup';
import { type Catalogue, createSay } from '../../src/ui/say';
import { pseudoCatalogue } from './pseudo';
import { states } from './states';
import { fakeSurroundings } from './surroundings';

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

const asked = new URLSearchParams(location.search);
const mount = asked.get('window') === 'panel' ? mountPanel : mountPopup;
const state = states[asked.get('state') ?? 'many'] ?? (() => ({}));

document.documentElement.style.colorScheme = asked.get('theme') ?? 'light dark';
document.documentElement.dir = asked.get('dir') ?? 'ltr';
const given: Parameters<typeof fakeSurroundings>[0] = await state();
const say = createSay(await catalogueOf(asked.get('lang') ?? 'en'));
await mount(document.body, { ...fakeSurroundings(given), say });
if (given?.file) await drop(given.file);
const inEnglish = (title: string) =>
  Object.entries(messages).find(([, { message }]) => message === title)?.[0] as keyof typeof messages;
for (const title of given?.unfolded ?? []) await unfold(say(inEnglish(title)));
if (given?.pressed) await press(say(inEnglish(given.pressed)));
document.documentElement.dataset.ready = 'true';
