import { useLanguage } from '../model/model';
import type { MessageKey } from '../say';

/** Every key of the window and what it does. Names of keys are those on the keyboard. */
const shortcuts: readonly (readonly [keys: string, does: MessageKey])[] = [
  ['?', 'shortcut_sheet'],
  ['/', 'shortcut_filter'],
  ['↑ ↓', 'shortcut_move'],
  ['Page Up, Page Down, Home, End', 'shortcut_leap'],
  ['Shift + ↑ ↓', 'shortcut_pick'],
  ['Ctrl + A', 'shortcut_pick_all'],
  ['Esc', 'shortcut_let_go'],
  ['← →', 'shortcut_group'],
  ['Alt + ← →', 'shortcut_widen'],
  ['C', 'shortcut_copy_value'],
  ['P', 'shortcut_copy_path'],
  ['Ctrl + Enter', 'shortcut_sign'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'shortcut_undo'],
];

/** The sheet of keys. */
export function Shortcuts() {
  const { say } = useLanguage();
  return (
    <>
      <h2>{say('shortcuts')}</h2>
      <dl class="shortcuts">
        {shortcuts.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
