// biome-ignore-all lint/a11y/useSemanticElements: a table cannot draw only the rows that are seen
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { useLanguage, useModel } from '../model/model';
import type { TokenRow } from '../model/tokens';
import type { Column } from './columns';
import { type Group, isGroup, type Line } from './lines';
import { moveTo } from './moves';
import { useWindow } from './useWindow';

/** What a list can do beyond being read and chosen from. */
export interface GridExtras {
  /** Draws the heading of a group; a list without groups needs none. */
  Heading?: ComponentType<{ group: Group; id: string; active: boolean }>;
  /** Takes a key that moves nothing. */
  onOtherKey?: (event: KeyboardEvent, line: Line | undefined) => void;
  /** Rows that were picked together, by their tokens. */
  picked?: ReadonlySet<string>;
  /** Called with the click or the key that chooses a row, before it is chosen; true where nothing is left to do. */
  onPick?: (row: TokenRow, event: MouseEvent | KeyboardEvent) => boolean;
}

interface Props extends GridExtras {
  columns: readonly Column[];
  lines: readonly Line[];
  titles: ComponentChildren;
  /** Height of a row and of the column titles, in CSS pixels; the style sheet must agree. */
  rowHeight: number;
  headerHeight: number;
  /** How high the list is at most, where its window knows, in CSS pixels: no more is drawn at first. */
  mostHeight?: number;
}

/**
 * The captured tokens, as a grid whose rows are chosen with the pointer or the arrow keys
 * (ARIA Authoring Practices, grid and treegrid; focus stays on the grid, the active row is named).
 */
export function TokenGrid(props: Props) {
  const { columns, lines, titles, rowHeight, headerHeight, mostHeight, Heading, ...extras } = props;
  const { selection } = useModel();
  const { say } = useLanguage();
  const id = useId();
  const row = selection.row.value;
  const current = row?.text;
  const view = useWindow(lines, rowHeight, headerHeight, mostHeight);
  const heading = useSignal<string | undefined>(undefined);
  const at = useMemo(() => placeOf(lines, heading.value, row), [lines, heading.value, row]);
  const isTree = isGroup(lines[0]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveTo(event, at, lines.length);
    const target = lines[next];
    if (!target) return extras.onOtherKey?.(event, lines[at]);
    event.preventDefault();
    view.reveal(next);
    heading.value = isGroup(target) ? target.group : undefined;
    if (isGroup(target)) return undefined;
    extras.onPick?.(target, event);
    selection.choose(target.text);
    return undefined;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a grid, with or without levels
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both kinds of grid have them
    <div
      role={isTree ? 'treegrid' : 'grid'}
      class="grid"
      aria-label={say('tokens_title')}
      aria-rowcount={lines.length + 1}
      aria-multiselectable={extras.picked ? true : undefined}
      aria-activedescendant={at >= view.from && at < view.to ? `${id}-${at}` : undefined}
      tabIndex={0}
      ref={view.scroller}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
    >
      {titles}
      <div role="presentation" style={{ height: `${view.from * rowHeight}px` }} />
      {lines.slice(view.from, view.to).map((line, offset) => {
        const index = view.from + offset;
        if (isGroup(line))
          return (
            Heading && (
              <Heading key={`group ${line.group}`} group={line} id={`${id}-${index}`} active={index === at} />
            )
          );
        return (
          <Row
            key={line.text}
            id={`${id}-${index}`}
            level={isTree ? 2 : undefined}
            row={line}
            current={line.text === current && heading.value === undefined}
            {...{ index, columns, ...extras }}
          />
        );
      })}
      <div role="presentation" style={{ height: `${(lines.length - view.to) * rowHeight}px` }} />
    </div>
  );
}

/** Where the active line stands: a heading, or the row that is shown. It is sought when either changes, not in each frame. */
function placeOf(lines: readonly Line[], heading: string | undefined, row: TokenRow | undefined): number {
  const group =
    heading === undefined ? -1 : lines.findIndex((line) => isGroup(line) && line.group === heading);
  return group >= 0 || !row ? group : lines.indexOf(row);
}

interface RowProps extends GridExtras {
  id: string;
  index: number;
  level: number | undefined;
  row: TokenRow;
  columns: readonly Column[];
  current: boolean;
}

function Row({ id, index, level, row, columns, current, picked, onPick }: RowProps) {
  const { selection } = useModel();
  const choose = (event: MouseEvent) => {
    if (!onPick?.(row, event)) selection.choose(row.text);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys
    <div
      role="row"
      class="row"
      id={id}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={current || picked?.has(row.text) === true}
      onClick={choose}
    >
      {columns.map(({ name, Cell }) => (
        <span role="gridcell" class={name} key={name}>
          <Cell row={row} />
        </span>
      ))}
    </div>
  );
}
