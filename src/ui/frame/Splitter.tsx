import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useLanguage } from '../model/model';

/** How much of the width the side takes, in percent. */
const FIRST_SHARE = 44;
const LEAST_SHARE = 20;
const MOST_SHARE = 75;
const STEP = 2;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowRight: STEP };

/** Two panes side by side, with a border between them that can be moved with the pointer or the arrow keys. */
export function Splitter({ side, main }: { side: ComponentChildren; main: ComponentChildren }) {
  const { say } = useLanguage();
  const share = useSignal(FIRST_SHARE);
  const frame = useRef<HTMLDivElement | null>(null);
  const put = (percent: number) => {
    share.value = Math.round(Math.min(MOST_SHARE, Math.max(LEAST_SHARE, percent)));
  };
  const isRightToLeft = () => frame.current !== null && getComputedStyle(frame.current).direction === 'rtl';

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    put(share.value + (isRightToLeft() ? -step : step));
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!frame.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, right, width } = frame.current.getBoundingClientRect();
    const along = isRightToLeft() ? right - event.clientX : event.clientX - left;
    put((along / width) * 100);
  };

  return (
    <div class="split" ref={frame} style={{ '--side': `${share.value}%` }}>
      {side}
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget, which hr is not */}
      <div
        role="separator"
        class="splitter"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={say('splitter')}
        aria-valuenow={share.value}
        aria-valuemin={LEAST_SHARE}
        aria-valuemax={MOST_SHARE}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      {main}
    </div>
  );
}
