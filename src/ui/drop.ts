import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

type Accepts = (file: File) => boolean;
type Take = (files: readonly File[]) => void;

/** Where files can be dropped: on one element, or anywhere in the window. */
export type DropTarget = RefObject<HTMLElement | null> | 'window';

/** What of a drop nobody has taken yet, so that an inner element comes before the window, and each file goes to one. */
const left = new WeakMap<Event, readonly File[]>();

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;

/** The files of a drop that are accepted here and were not taken before. */
function takenOf(event: DragEvent, accepts: Accepts): readonly File[] {
  const files = left.get(event) ?? [...(event.dataTransfer?.files ?? [])];
  left.set(
    event,
    files.filter((file) => !accepts(file)),
  );
  return files.filter(accepts);
}

function listen(element: HTMLElement, hovering: Signal<boolean>, accepts: Accepts, take: Take): () => void {
  const listeners = {
    dragover(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      hovering.value = true;
    },
    dragleave({ relatedTarget }: DragEvent) {
      hovering.value = relatedTarget instanceof Node && element.contains(relatedTarget) && hovering.value;
    },
    drop(event: DragEvent) {
      hovering.value = false;
      if (!holdsFiles(event)) return;
      // Otherwise the browser would leave the window for the file.
      event.preventDefault();
      const files = takenOf(event, accepts);
      if (files.length > 0) take(files);
    },
  };
  const names = ['dragover', 'dragleave', 'drop'] as const;
  for (const name of names) element.addEventListener(name, listeners[name]);
  return () => {
    for (const name of names) element.removeEventListener(name, listeners[name]);
  };
}

/**
 * Takes the files that are dropped on an element or anywhere in the window; true while files are held over it.
 * A file goes to the innermost that accepts it, and of those for the window to the first that was shown.
 */
export function useDrop(target: DropTarget, take: Take, accepts: Accepts = () => true): Signal<boolean> {
  const hovering = useSignal(false);
  useLayoutEffect(() => {
    const element = target === 'window' ? document.documentElement : target.current;
    return element ? listen(element, hovering, accepts, take) : undefined;
  }, [target, take, accepts]);
  return hovering;
}
