/**
 * Escape closes the sheet that is open, and nothing else. Browsers do so by themselves, but for the panel within
 * Chromium's DevTools: they take Escape from the document for their console drawer, and prevent what it would do here.
 * Returns what ends it.
 */
export function closeOnEscape(root: Window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const open = event.key === 'Escape' && [...root.document.querySelectorAll(':popover-open')].at(-1);
    if (!(open instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation();
    open.hidePopover();
  };
  root.addEventListener('keydown', onKeyDown, true);
  return () => root.removeEventListener('keydown', onKeyDown, true);
}
