const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

const canFocus = (element: HTMLElement) =>
  element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();

const focusablesIn = (scope: Element): HTMLElement[] =>
  [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(canFocus);

const follows = (one: Node, other: Node) =>
  (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Where the focus goes on from a place in the document: forward, else back, in the nearest part that can have it. */
function nearest(place: Element, before: Node | null): HTMLElement | undefined {
  for (let scope: Element | null = place; scope; scope = scope.parentElement) {
    const found = focusablesIn(scope);
    const next = found.find((one) =>
      before ? follows(one, before) && !before.contains(one) : follows(one, place),
    );
    if (found.length > 0) return next ?? found.at(-1);
  }
  return undefined;
}

/**
 * When what has the focus goes away (a deleted row, a strip that was answered, a button that can do no more), the focus
 * moves on to what stands nearest, where browsers would drop it to the document's beginning. Returns what ends it.
 */
export function keepFocus(root: Document): () => void {
  let last: Element | undefined;
  const note = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : undefined;
  };
  const isLost = (element: Element) => !element.isConnected || element.matches(':disabled');
  const observer = new MutationObserver((records) => {
    const lost = last;
    if (!lost || root.activeElement !== root.body || !isLost(lost)) return;
    last = undefined;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
    const place = lost.isConnected ? lost.parentElement : record?.target;
    if (place instanceof Element && place.isConnected)
      nearest(place, lost.isConnected ? lost : (record?.previousSibling ?? null))?.focus();
  });
  root.addEventListener('focusin', note);
  observer.observe(root.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    root.removeEventListener('focusin', note);
    observer.disconnect();
  };
}
