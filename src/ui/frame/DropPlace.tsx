import '../css/drop.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { takeText } from '../dropped';
import { useModel } from '../model/model';

const isTextBox = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** True for a text that is dragged here from anywhere; in a box of ours the browser puts it where it is dropped. */
function bringsText({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes('text/plain') && !types.includes('Files') && !isTextBox(target);
}

/** Takes text that is dropped anywhere on the window, and says so while something is held over it. */
export function DropPlace() {
  const model = useModel();
  const held = useSignal(false);
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const over = (event: DragEvent) => {
      const brings = bringsText(event);
      if (brings) event.preventDefault();
      held.value = brings || event.dataTransfer?.types.includes('Files') === true;
    };
    const drop = (event: DragEvent) => {
      held.value = false;
      if (!bringsText(event)) return;
      event.preventDefault();
      takeText(model, event.dataTransfer?.getData('text/plain') ?? '');
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      held.value = held.value && relatedTarget !== null;
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('dragleave', leave, { signal });
    return () => end.abort();
  }, [model, held]);
  return held.value ? <p class="drop-place">{model.language.say('drop_here')}</p> : null;
}
