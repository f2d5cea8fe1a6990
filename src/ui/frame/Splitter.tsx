import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useModel } from '../model/model';

/** The side's id. */
export const SIDE = 'side';

/** How much of the width the side takes, in percent. */
const FIRST_SHARE = 44;
const LEAST_SHARE = 20;
const MOST_SHARE = 75;
const STEP = 2;

const bounded = (percent: number) => Math.round(Math.min(MOST_SHARE, Math.max(LEAST_SHARE, percent)));

/** Where a key moves the border to; `forward` is 1 where more is further right, `before` the share before folding. */
const keys: Readonly<Record<string, (share: number, forward: number, before: number) => number>> = {
  ArrowLeft: (share, forward) => bounded(share - forward * STEP),
  ArrowRight: (share, forward) => bounded(share + forward * STEP),
  Home: () => LEAST_SHARE,
  End: () => MOST_SHARE,
  Enter: (share, _forward, before) => (share > 0 ? 0 : before),
};

/**
 * Two panes side by side, with a border between them that is moved with the pointer or the keys (ARIA Authoring
 * Practices, window splitter). Where it was left it stands in every window from then on.
 */
export function Splitter({ side, main }: { side: ComponentChildren; main: ComponentChildren }) {
  const { surroundings, language } = useModel();
  const { settings } = surroundings;
  const frame = useRef<HTMLDivElement | null>(null);
  const dragged = useSignal<number | undefined>(undefined);
  const share = dragged.value ?? settings.value.split ?? FIRST_SHARE;
  const unfolded = useRef(FIRST_SHARE);
  if (share > 0) unfolded.current = share;

  const keep = (split: number) => {
    settings.value = { ...settings.value, split };
  };
  const isRightToLeft = () => frame.current !== null && getComputedStyle(frame.current).direction === 'rtl';

  const onKeyDown = (event: KeyboardEvent) => {
    const moved = keys[event.key]?.(share, isRightToLeft() ? -1 : 1, unfolded.current);
    if (moved === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keep(moved);
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!frame.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, right, width } = frame.current.getBoundingClientRect();
    const along = isRightToLeft() ? right - event.clientX : event.clientX - left;
    dragged.value = bounded((along / width) * 100);
  };
  const onPointerEnd = () => {
    if (dragged.value !== undefined) keep(dragged.value);
    dragged.value = undefined;
  };

  return (
    <div class={share > 0 ? 'split' : 'split is-folded'} ref={frame} style={{ '--side': `${share}%` }}>
      {side}
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget, which hr is not */}
      <div
        role="separator"
        class="splitter"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={language.say('splitter')}
        aria-controls={SIDE}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={MOST_SHARE}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onLostPointerCapture={onPointerEnd}
      />
      {main}
    </div>
  );
}
