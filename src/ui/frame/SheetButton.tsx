import { useSignal } from '@preact/signals';
import type { ComponentType, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import type { IconName } from '../icons';
import { Later } from '../Later';

interface Props {
  icon: IconName;
  /** What button and sheet are called. */
  name: string;
  /** What the button tells the pointer, where that is more than its name. */
  title?: string;
  /** Lays out groups of choices. */
  choices?: boolean;
  disabled?: boolean;
  /** Fetches what stands in the sheet, when it opens. Always the same function. */
  load: () => Promise<ComponentType<object>>;
  sheet?: Ref<HTMLDivElement>;
}

/** A tool that opens a sheet; the browser closes it on Escape or a click elsewhere. */
export function SheetButton({ icon, name, title = name, choices, disabled, load, sheet }: Props) {
  const id = useId();
  const opened = useSignal(false);
  return (
    <div class="sheet-button">
      <button type="button" class="tool" popovertarget={id} title={title} disabled={disabled}>
        <Icon name={icon} />
        <span class="unseen">{name}</span>
      </button>
      <div
        popover="auto"
        id={id}
        ref={sheet ?? null}
        class={choices ? 'sheet choices' : 'sheet'}
        role="dialog"
        // Opening it leads the focus in, and closing it back.
        autofocus
        tabIndex={-1}
        aria-label={name}
        onToggle={({ newState }) => {
          opened.value = newState === 'open';
        }}
      >
        {opened.value && <Later load={load} props={{}} />}
      </div>
    </div>
  );
}
