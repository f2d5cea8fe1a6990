import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon';

/** A section that is drawn when it is unfolded. */
export function Folded({ title, children }: { title: string; children: ComponentChildren }) {
  const open = useSignal(false);
  return (
    <details
      class="folded"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <Icon name="fold" />
        {title}
      </summary>
      {open.value && children}
    </details>
  );
}
