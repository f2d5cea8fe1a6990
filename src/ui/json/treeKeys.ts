import { moveTo } from '../list/moves';
import type { TreeLine } from './treeLines';

/** What a key does in a tree. */
export interface TreeAct {
  move?: TreeLine | undefined;
  turn?: boolean;
  copy?: 'value' | 'path';
}

/** What a key does at a line (ARIA Authoring Practices, tree view); nothing for keys of the browser. */
export function treeKey(
  event: KeyboardEvent,
  lines: readonly TreeLine[],
  at: number,
  open: boolean,
): TreeAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const line = lines[at];
  const isBranch = line?.size !== undefined;
  const parent = () => lines.findLast((one, index) => index < at && one.depth < (line?.depth ?? 0));
  const keys: Readonly<Record<string, () => TreeAct>> = {
    ArrowRight: () => (isBranch && !open ? { turn: true } : { move: isBranch ? lines[at + 1] : undefined }),
    ArrowLeft: () => (isBranch && open ? { turn: true } : { move: parent() }),
    Enter: () => (isBranch ? { turn: true } : {}),
    ' ': () => (isBranch ? { turn: true } : {}),
    c: () => ({ copy: 'value' }),
    p: () => ({ copy: 'path' }),
  };
  const target = moveTo(event, at, lines.length);
  return target >= 0 ? { move: lines[target] } : keys[event.key]?.();
}
