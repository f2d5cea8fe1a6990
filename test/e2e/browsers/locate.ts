import type { Target } from './driver';

/** An expression for the element that `target` means, or null. For View.run and its kin. */
export function elementExpression(target: Target): string {
  return typeof target === 'string'
    ? `document.querySelector(${JSON.stringify(target)})`
    : `(${elementByRole})(${JSON.stringify(target.role)}, ${JSON.stringify(target.name ?? null)})`;
}

/** An expression for a value made from the element that `target` means; throws there where none matches. */
export function withElement(target: Target, body: (element: Element) => unknown): string {
  const missing = JSON.stringify(`no element matches ${JSON.stringify(target)}`);
  return `((element) => { if (!element) throw new Error(${missing}); return (${body})(element); })(${elementExpression(target)})`;
}

/** What a person reads in the element. Self-contained: it is sent to the page as text. */
export const visibleText = (element: Element): string => {
  const value = (element as HTMLInputElement).value;
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what a person reads
  return typeof value === 'string' ? value : (element as HTMLElement).innerText;
};

/**
 * Scrolls the element into view and gives its middle in CSS pixels: of one that goes on in another line, the middle of
 * its longest line, as the middle of the whole may lie beside it. Self-contained, as above.
 */
export const middleOf = (element: Element): [number, number] => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const lines = [...element.getClientRects()].sort((one, other) => other.width - one.width);
  const { x, y, width, height } = lines[0] ?? element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};

/** Whether a person sees the element, and does not wait for it to come. Self-contained, as above. */
const isSeen = (element: Element): boolean => element.checkVisibility({ opacityProperty: true });

/** How long an element must stay where it is before it is clicked, in milliseconds: nobody clicks on what moves. */
const REST_MS = 60;
const MOST_LOOKS = 50;

/**
 * The middle of an element once it is seen and rests, as people click; what is never seen or never rests is clicked
 * where it is at last.
 */
export async function restingMiddle(
  run: <T>(expression: string) => Promise<T>,
  target: Target,
): Promise<[number, number]> {
  const look = () => run<[number, number]>(withElement(target, middleOf));
  let before = await look();
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await new Promise((done) => setTimeout(done, REST_MS));
    const seen = await run<boolean>(withElement(target, isSeen));
    const now = await look();
    if (seen && now[0] === before[0] && now[1] === before[1]) return now;
    before = now;
  }
  return before;
}

/** Focuses a text box and selects all it holds. Self-contained, as above. */
export const selectContent = (element: Element): void => {
  (element as HTMLInputElement).focus();
  (element as HTMLInputElement).select();
};

/**
 * The first rendered element with this role and accessible name. It knows the roles of plain HTML elements and
 * names from aria-labelledby, aria-label, <label>, content, title and placeholder, in this order: enough for pages
 * of ours, and strict enough that a box without a name is not found. Self-contained, as above.
 */
function elementByRole(role: string, name: string | null): Element | null {
  const implicit: Record<string, string> = {
    button: 'button, summary, input[type=button], input[type=submit]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=password], [contenteditable=true]',
    searchbox: 'input[type=search]',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    spinbutton: 'input[type=number]',
    list: 'ul, ol',
    listitem: 'li',
    row: 'tr',
    table: 'table',
    link: 'a[href]',
    region: 'section',
    status: 'output',
    heading: 'h1, h2, h3, h4, h5, h6',
    dialog: 'dialog',
    img: 'img',
  };
  const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    const fromContent = /^(button|link|heading|tab|option|row|listitem|checkbox|menuitem|gridcell)$/.test(
      role,
    );
    const sources = [
      by?.split(/\s+/).map(textOf).join(' '),
      element.getAttribute('aria-label'),
      labels.join(' '),
      fromContent ? element.textContent : '',
      element.getAttribute('title'),
      element.getAttribute('placeholder'),
    ];
    const found = sources.find((source) => source?.trim()) ?? '';
    return found.replace(/\s+/g, ' ').trim();
  };
  const native = implicit[role];
  const plain = native?.split(', ').map((selector) => `${selector}:not([role])`);
  const candidates = document.querySelectorAll([`[role=${role}]`, ...(plain ?? [])].join(', '));
  const rendered = [...candidates].filter((element) => element.checkVisibility());
  return rendered.find((element) => name === null || nameOf(element) === name) ?? null;
}
