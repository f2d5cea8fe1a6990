// biome-ignore-all lint/a11y/useSemanticElements: a table cannot draw only the rows that are seen
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { useId } from 'preact/hooks';
import { useLanguage, useModel } from '../model/model';
import type { TokenRow } from '../model/tokens';
import type { Column } from './columns';
import { moveTo } from './moves';
import { useWindow } from './useWindow';

interface Props {
  columns: readonly Column[];
  /** Height of a row and of the column titles, in CSS pixels; the style sheet must agree. */
  rowHeight: number;
  headerHeight: number;
}

/**
 * The captured tokens, as a grid whose rows are chosen with the pointer or the arrow keys
 * (ARIA Authoring Practices, grid; focus stays on the grid, the active row is named).
 */
export function TokenGrid({ columns, rowHeight, headerHeight }: Props) {
  const { filter, selection } = useModel();
  const { say } = useLanguage();
  const id = useId();
  const rows = filter.rows.value;
  const current = selection.row.value?.text;
  const view = useWindow(rows.length, rowHeight, headerHeight);
  const chosen = rows.findIndex((row) => row.text === current);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = rows[moveTo(event, chosen, rows.length)];
    if (!target) return;
    event.preventDefault();
    selection.choose(target.text);
    view.reveal(rows.indexOf(target));
  };

  return (
    <div
      role="grid"
      class="grid"
      aria-label={say('tokens_title')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={chosen >= view.from && chosen < view.to ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      ref={view.scroller}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
    >
      <Titles columns={columns} />
      <div role="presentation" style={{ height: `${view.from * rowHeight}px` }} />
      {rows.slice(view.from, view.to).map((row, offset) => (
        <Row
          key={row.text}
          id={`${id}-${view.from + offset}`}
          index={view.from + offset}
          {...{ row, columns }}
          current={row.text === current}
        />
      ))}
      <div role="presentation" style={{ height: `${(rows.length - view.to) * rowHeight}px` }} />
    </div>
  );
}

function Titles({ columns }: { columns: readonly Column[] }) {
  const { say } = useLanguage();
  return (
    <div role="row" class="titles" aria-rowindex={1}>
      {columns.map(({ name, title }) => (
        <span role="columnheader" class={name} key={name}>
          <span class={name === 'mark' ? 'unseen' : ''}>{say(title)}</span>
        </span>
      ))}
    </div>
  );
}

interface RowProps {
  id: string;
  index: number;
  row: TokenRow;
  columns: readonly Column[];
  current: boolean;
}

function Row({ id, index, row, columns, current }: RowProps) {
  const { selection } = useModel();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys
    <div
      role="row"
      class="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={current}
      onClick={() => selection.choose(row.text)}
    >
      {columns.map(({ name, Cell }) => (
        <span role="gridcell" class={name} key={name}>
          <Cell row={row} />
        </span>
      ))}
    </div>
  );
}
