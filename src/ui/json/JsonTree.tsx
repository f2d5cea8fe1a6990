// biome-ignore-all lint/a11y/useSemanticElements: lists have no open and closed branches
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the tree, which names its active line
import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { JsonNode } from '../../core/token/json';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { LongText } from '../token/LongText';
import { useCopying } from '../token/useCopying';
import { Visible } from '../Visible';
import { treeKey } from './treeKeys';
import { isBranch, type TreeLine, treeLines } from './treeLines';

interface Props {
  root: JsonNode;
  /** What the nodes' spans are offsets in. */
  source: string;
  path: string;
  title: string;
}

/** So many lines are drawn. A value of which more is open reads better as text. */
const MOST_LINES = 400;
/** A value no longer than this is shown with all its branches open. */
const SHORT = 800;
/** A branch with more values is closed at first. */
const MANY = 30;

/** A JSON value as a tree (ARIA Authoring Practices, tree view): arrows fold and move, C copies a value, P its path. */
export function JsonTree({ root, source, path, title }: Props) {
  const { say } = useLanguage();
  const id = useId();
  const turned = useSignal<ReadonlySet<JsonNode>>(new Set());
  const active = useSignal<JsonNode>(root);
  const { outcome, copy } = useCopying();
  const isShort = root.span.end - root.span.start <= SHORT;
  const openAtFirst = (node: JsonNode, depth: number) =>
    isShort || (depth === 0 && (node.type === 'array' ? node.items.length : MANY) <= MANY);
  const isOpen = (node: JsonNode, depth: number) => openAtFirst(node, depth) !== turned.value.has(node);
  const lines = useMemo(() => treeLines(root, path, isOpen, MOST_LINES), [root, path, turned.value]);
  const at = Math.max(
    0,
    lines.findIndex(({ node }) => node === active.value),
  );

  const turn = (node: JsonNode) => {
    const next = new Set(turned.value);
    if (!next.delete(node)) next.add(node);
    turned.value = next;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at];
    const act = line && treeKey(event, lines, at, isOpen(line.node, line.depth));
    if (!act || !line) return;
    event.preventDefault();
    event.stopPropagation();
    if (act.move) active.value = act.move.node;
    if (act.turn) turn(line.node);
    if (act.copy) void copy(act.copy === 'path' ? line.path : sourceOf(line.node, source));
  };
  return (
    <>
      <div
        role="tree"
        class="tree"
        aria-label={title}
        tabIndex={0}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
      >
        {lines.map((line, index) => (
          <Line
            key={line.node.span.start}
            id={`${id}-${index}`}
            open={line.size === undefined ? undefined : isOpen(line.node, line.depth)}
            active={index === at}
            onTurn={() => {
              active.value = line.node;
              if (line.size !== undefined) turn(line.node);
            }}
            {...{ line, source }}
          />
        ))}
      </div>
      <span role="status" class="soft">
        {outcome.value && say(outcome.value)}
      </span>
    </>
  );
}

const sourceOf = ({ span }: JsonNode, source: string) => source.slice(span.start, span.end);

interface LineProps {
  line: TreeLine;
  source: string;
  id: string;
  open: boolean | undefined;
  active: boolean;
  onTurn: () => void;
}

function Line({ line: { node, depth, name, size }, source, id, open, active, onTurn }: LineProps) {
  const { number } = useLanguage();
  const [begin, end] = node.type === 'array' ? ['[', ']'] : ['{', '}'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    <div
      role="treeitem"
      class={active ? 'is-active' : ''}
      id={id}
      aria-level={depth + 1}
      aria-expanded={open}
      aria-selected={active}
      style={{ '--depth': String(Math.min(depth, 16)) }}
      onClick={onTurn}
    >
      <span class="fold">{open !== undefined && <Icon name="fold" />}</span>
      {name !== '' && (
        <span class="source name">
          <Visible text={name} />
          {': '}
        </span>
      )}
      {isBranch(node) ? (
        <span class="soft">
          {begin}
          {number(size ?? 0)}
          {end}
        </span>
      ) : (
        <LongText text={sourceOf(node, source)} />
      )}
    </div>
  );
}
