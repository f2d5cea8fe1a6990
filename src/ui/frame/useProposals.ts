import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useListing } from '../list/listing';
import { useModel } from '../model/model';
import { type Completion, completionsAt } from '../query/complete';
import { valuesSeen } from '../query/valuesSeen';

export interface Proposals {
  /** To be put on the box. */
  box: { current: HTMLInputElement | null };
  list: ReadonlySignal<readonly Completion[]>;
  /** Which of the list the keys have led to; -1: none. */
  active: ReadonlySignal<number>;
  /** Proposes what could stand at the box's cursor. */
  propose(): void;
  close(): void;
  take(completion: Completion): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Proposals for a query while it is typed, and the keys that lead through them. */
export function useProposals(): Proposals {
  const { filter, tokens } = useModel();
  const { subjects } = useListing();
  const box = useRef<HTMLInputElement | null>(null);
  const list = useSignal<readonly Completion[]>([]);
  const active = useSignal(-1);

  const show = (completions: readonly Completion[]) => {
    list.value = completions;
    active.value = -1;
  };
  const propose = () => {
    const { value = '', selectionStart } = box.current ?? {};
    show(completionsAt(value, selectionStart ?? value.length, valuesSeen(tokens.peek(), subjects)));
  };
  const take = ({ text, span }: Completion) => {
    const before = filter.query.value;
    const cursor = span.start + text.length;
    filter.query.value = before.slice(0, span.start) + text + before.slice(span.end);
    if (!box.current) return;
    box.current.value = filter.query.value;
    box.current.setSelectionRange(cursor, cursor);
    if (text.endsWith(' ')) show([]);
    else propose();
  };
  const move = (by: number) => {
    const count = list.value.length;
    if (count === 0) propose();
    else active.value = active.value < 0 && by < 0 ? count - 1 : (active.value + by + count) % count;
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...(list.value.length > 0 && { Escape: () => show([]) }),
  };
  return {
    box,
    list,
    active,
    propose,
    close: () => show([]),
    take,
    onKeyDown(event) {
      const chosen = list.value[active.value];
      const act = chosen && /^(Enter|Tab)$/.test(event.key) ? () => take(chosen) : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}
