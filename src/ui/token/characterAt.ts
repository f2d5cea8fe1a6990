/**
 * The offset of the character under a pointer, counted on from `data-at` of the element whose text it is; undefined
 * where none is. Browsers give the gap between two characters that is nearest, so the one before it may be meant.
 */
export function characterAt(event: MouseEvent): number | undefined {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const from = caret?.offsetNode.parentElement?.dataset.at;
  if (!caret || from === undefined) return undefined;
  const before = event.clientX < (caret.getClientRect()?.x ?? 0) ? 1 : 0;
  return Math.max(0, Number(from) + caret.offset - before);
}
