import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Mark } from './lanes';
import type { Pointed } from './usePointing';

/** Tells of the mark under the pointer, beside it and never under it. */
export function Tip({
  pointed,
  text,
}: {
  pointed: ReadonlySignal<Pointed | undefined>;
  text(mark: Mark): string;
}) {
  const tip = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const at = pointed.value;
    const { current } = tip;
    if (!current) return;
    current.hidden = at === undefined;
    if (!at) return;
    current.textContent = text(at.mark);
    const { offsetWidth, parentElement } = current;
    const room = (parentElement?.clientWidth ?? 0) - offsetWidth - 4;
    current.style.left = `${Math.max(0, Math.min(at.x + 12, room))}px`;
    current.style.top = `${at.y + 14}px`;
  });
  return <div class="tl-tip" ref={tip} hidden aria-hidden="true" />;
}
