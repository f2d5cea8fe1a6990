import { useModel } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { isGroup, rowsOf } from './lines';
import { useListing } from './listing';
import type { GridExtras } from './TokenGrid';

/**
 * Picking several rows, as lists do everywhere: with Ctrl or Command one more or one less, with Shift all from the
 * shown one on. Ctrl+A picks all; Escape lets go. Without any of these keys a row is chosen alone.
 */
export function usePicking(): Required<Pick<GridExtras, 'picked' | 'onPick' | 'onOtherKey'>> {
  const { selection } = useModel();
  const { picked, lines, toggle } = useListing();

  const between = (row: TokenRow) => {
    const rows = rowsOf(lines.peek());
    const current = rows.findIndex(
      ({ text }) => text === (anchorOf(picked.peek()) ?? selection.row.peek()?.text),
    );
    const target = rows.indexOf(row);
    const span = rows.slice(Math.min(current, target), Math.max(current, target) + 1).map(({ text }) => text);
    return current > target ? span.reverse() : span;
  };
  const onPick = (row: TokenRow, event: MouseEvent | KeyboardEvent) => {
    if (event.shiftKey) picked.value = new Set(between(row));
    else if (event.ctrlKey || event.metaKey)
      picked.value = withOther(picked.peek(), selection.row.peek()?.text, row.text);
    else if (picked.peek().size > 0) picked.value = new Set();
    return event.ctrlKey || event.metaKey;
  };
  return {
    picked: picked.value,
    onPick,
    onOtherKey(event, line) {
      const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
      const rows = rowsOf(lines.peek());
      if (isAll) picked.value = new Set(rows.map(({ text }) => text));
      else if (event.key === 'Escape' && picked.peek().size > 0) picked.value = new Set();
      else if (isGroup(line) && turns(event.key, line.open)) toggle(line.group);
      else return;
      event.preventDefault();
      // DevTools open their console on an Escape that comes through.
      event.stopPropagation();
    },
  };
}

/** The keys that open or close a group (ARIA Authoring Practices, treegrid). */
const turns = (key: string, open: boolean) =>
  key === 'Enter' || key === ' ' || key === (open ? 'ArrowLeft' : 'ArrowRight');

const anchorOf = (picked: ReadonlySet<string>) => picked.values().next().value;

/** The first row that is picked beside the shown one takes that along. */
function withOther(
  picked: ReadonlySet<string>,
  shown: string | undefined,
  text: string,
): ReadonlySet<string> {
  const next = new Set(picked.size === 0 && shown !== undefined ? [shown] : picked);
  if (!next.delete(text)) next.add(text);
  return next;
}
