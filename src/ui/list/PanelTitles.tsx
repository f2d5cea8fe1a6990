// biome-ignore-all lint/a11y/useSemanticElements: they belong to a grid that draws only the rows that are seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the button within takes the focus
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { bounded } from './layout';
import { useListing } from './listing';
import type { PanelColumn } from './panelColumns';

/** CSS pixels that one press of an arrow key widens a column by. */
const STEP = 8;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowRight: STEP };

/** Titles of the columns: a click sorts, the border to the next column or Alt with an arrow key makes it wider. */
export function PanelTitles({ columns }: { columns: readonly PanelColumn[] }) {
  return (
    <div role="row" class="titles" aria-rowindex={1}>
      {columns.map((column) => (
        <Title key={column.name} column={column} />
      ))}
    </div>
  );
}

function Title({ column }: { column: PanelColumn }) {
  const { say } = useLanguage();
  const { settings } = useListing();
  const { sort } = settings.value;
  const sorted = sort?.column === column.name ? sort : undefined;
  const direction = sorted?.down ? 'descending' : 'ascending';
  return (
    <span role="columnheader" class={column.name} aria-sort={sorted && direction}>
      {column.sortBy ? <SortButton column={column} /> : <span class="unseen">{say(column.title)}</span>}
      {column.share > 0 || column.sortBy ? <Grip column={column} /> : null}
    </span>
  );
}

function SortButton({ column: { name, title } }: { column: PanelColumn }) {
  const { say } = useLanguage();
  const { settings, change } = useListing();
  const { sort } = settings.value;
  const sorted = sort?.column === name ? sort : undefined;
  const widen = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = steps[event.key];
    const cell = event.currentTarget.parentElement;
    if (!event.altKey || step === undefined || !cell) return;
    event.preventDefault();
    event.stopPropagation();
    const width = bounded(cell.getBoundingClientRect().width + step);
    change({ widths: { ...settings.value.widths, [name]: width } });
  };
  return (
    <button
      type="button"
      class="sort"
      title={say('sort_title')}
      onClick={() => change({ sort: nextSort(name, sorted) })}
      onKeyDown={widen}
    >
      {say(title)}
      {sorted && <Icon name={sorted.down ? 'down' : 'up'} />}
    </button>
  );
}

/** Upwards, downwards, and as the tokens came. */
function nextSort(column: string, sorted: { down: boolean } | undefined) {
  if (!sorted) return { column, down: false };
  return sorted.down ? undefined : { column, down: true };
}

/** The border that makes a column wider or narrower by dragging; a double click gives it its own width again. */
function Grip({ column: { name } }: { column: PanelColumn }) {
  const { settings, change } = useListing();
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const cell = event.currentTarget.parentElement;
    if (!cell || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, right } = cell.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(cell).direction === 'rtl';
    const width = bounded(isRightToLeft ? right - event.clientX : event.clientX - left);
    change({ widths: { ...settings.value.widths, [name]: width } });
  };
  const reset = () => {
    const { [name]: _own, ...others } = settings.value.widths ?? {};
    change({ widths: others });
  };
  return (
    <span
      class="grip"
      aria-hidden="true"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDblClick={reset}
    />
  );
}
