type Action = 'undo' | 'redo' | 'sign';

/** With Ctrl, or Command on a Mac. */
const shortcuts: Readonly<Record<string, Action>> = {
  z: 'undo',
  'shift z': 'redo',
  y: 'redo',
  enter: 'sign',
};

/** What a key press in the workbench asks for. Boxes of keys and names have an undo of their own. */
export function actionFor(event: KeyboardEvent): Action | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const action = shortcuts[`${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`];
  const edits = event.target instanceof Element && event.target.closest('.part-editor') !== null;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  return action === 'sign' || edits || !typing ? action : undefined;
}
