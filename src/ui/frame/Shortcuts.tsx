import { Words } from '../explain/Words';
import { type Model, useModel } from '../model/model';
import type { MessageKey } from '../say';

/** Every key of the window and what it does. Names of keys are those on the keyboard. */
const shortcuts: readonly (readonly [keys: string, does: MessageKey])[] = [
  ['?', 'shortcut_sheet'],
  ['/', 'shortcut_filter'],
  ['↓ ↑, Enter', 'shortcut_proposals'],
  ['↑ ↓', 'shortcut_move'],
  ['Page Up, Page Down, Home, End', 'shortcut_leap'],
  ['Shift + ↑ ↓', 'shortcut_pick'],
  ['Ctrl + A', 'shortcut_pick_all'],
  ['Esc', 'shortcut_let_go'],
  ['← →', 'shortcut_group'],
  ['Alt + ← →', 'shortcut_widen'],
  ['← →, Home, End, Enter', 'shortcut_border'],
  ['Enter', 'shortcut_explain'],
  ['C', 'shortcut_copy_value'],
  ['P', 'shortcut_copy_path'],
  ['Ctrl + Enter', 'shortcut_sign'],
  ['← → ↑ ↓, + − 0', 'shortcut_timeline'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'shortcut_undo'],
  ['Alt + Shift + J, Alt + Shift + K', 'shortcut_windows'],
];

function welcomeAgain({ surroundings: { settings } }: Model): void {
  settings.value = { ...settings.value, welcomed: false };
}

/** The sheet of keys and words. */
export function Shortcuts() {
  const model = useModel();
  const { say } = model.language;
  return (
    <>
      <p>
        <button type="button" class="link" onClick={() => welcomeAgain(model)}>
          {say('help_welcome')}
        </button>
      </p>
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
      <h2>{say('words_title')}</h2>
      <Words />
    </>
  );
}
