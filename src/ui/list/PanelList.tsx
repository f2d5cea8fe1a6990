// biome-ignore-all lint/a11y/useSemanticElements: a table cannot draw only the rows that are seen
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid
import { untracked, useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { Visible } from '../Visible';
import { fitting, templateOf } from './layout';
import type { Group } from './lines';
import { useListing } from './listing';
import { PanelTitles } from './PanelTitles';
import { usePicking } from './picking';
import { TokenGrid } from './TokenGrid';

/** As in windows.css, in CSS pixels. */
const ROW_HEIGHTS = { dense: 24, comfortable: 32 };
const TITLES_HEIGHT = 25;

/** The list of the panel and the full tab: sorted, grouped and laid out as the user wants it. */
export function PanelList() {
  const { surroundings } = useModel();
  const { columns, settings, lines } = useListing();
  const frame = useRef<HTMLDivElement | null>(null);
  const width = useWidth(frame);
  const picking = usePicking();
  useFollowing();
  const { widths } = settings.value;
  const shown = fitting(columns.value, width, widths);
  return (
    <div class="list" ref={frame} style={{ '--columns': templateOf(shown, widths) }}>
      <TokenGrid
        columns={shown}
        lines={lines.value}
        titles={<PanelTitles columns={shown} />}
        rowHeight={ROW_HEIGHTS[surroundings.settings.value.density ?? 'dense']}
        headerHeight={TITLES_HEIGHT}
        Heading={Heading}
        {...picking}
      />
    </div>
  );
}

/** The width that the list has for its columns, in CSS pixels. */
function useWidth(frame: { current: HTMLElement | null }): number {
  const width = useSignal(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    if (!frame.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = entry.contentRect.width;
    });
    observer.observe(frame.current);
    // Known before anything is painted, so that no column is shown that there is no room for.
    if (frame.current.clientWidth > 0) width.value = frame.current.clientWidth;
    return () => observer.disconnect();
  }, [frame, width]);
  return width.value;
}

/** Shows the newest token as soon as it comes, where the user wants so. */
function useFollowing(): void {
  const { tokens, selection } = useModel();
  const { settings } = useListing();
  useSignalEffect(() => {
    const newest = tokens.value[0];
    // Choosing reads what was chosen, which is not to be followed.
    if (newest && settings.value.follow) untracked(() => selection.choose(newest.text));
  });
}

/** Over the rows of a group; a click closes or opens it. */
function Heading({
  group: { group, label, count, open },
  id,
  active,
}: {
  group: Group;
  id: string;
  active: boolean;
}) {
  const { toggle } = useListing();
  const { number } = useLanguage();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys
    <div
      role="row"
      class={open ? 'heading is-open' : 'heading'}
      id={id}
      aria-level={1}
      aria-expanded={open}
      aria-selected={active}
      onClick={() => toggle(group)}
    >
      <span role="gridcell">
        <Icon name="fold" />{' '}
        <bdi>
          <Visible text={label} />
        </bdi>{' '}
        <span class="soft figures">{number(count)}</span>
      </span>
    </div>
  );
}
