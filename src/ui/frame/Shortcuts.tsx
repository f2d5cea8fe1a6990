import { Words } from '../explain/Words';
import { type Model, useModel } from '../model/model';
import type { MessageKey } from '../say';

/** Every key and what it does; `wide`: in the panel and the full tab alone. Names of keys are those on the keyboard. */
const shortcuts: readonly (readonly [keys: string, does: MessageKey, where?: 'wide'])[] = [
  ['?', 'shortcut_sheet'],
  ['/', 'shortcut_filter', 'wide'],
  ['↓ ↑, Enter', 'shortcut_proposals', 'wide'],
  ['↑ ↓', 'shortcut_move'],
  ['Page Up, Page Down, Home, End', 'shortcut_leap'],
  ['Shift + ↑ ↓', 'shortcut_pick', 'wide'],
  ['Ctrl + A', 'shortcut_pick_all', 'wide'],
  ['Esc', 'shortcut_let_go', 'wide'],
  ['← →', 'shortcut_group', 'wide'],
  ['Alt + ← →', 'shortcut_widen', 'wide'],
  ['← →, Home, End, Enter', 'shortcut_border', 'wide'],
  ['Enter', 'shortcut_explain'],
  ['← →', 'shortcut_branch'],
  ['C', 'shortcut_copy_value'],
  ['P', 'shortcut_copy_path'],
  ['Ctrl + Enter', 'shortcut_sign', 'wide'],
  ['← → ↑ ↓, + − 0', 'shortcut_timeline', 'wide'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'shortcut_undo', 'wide'],
  ['Alt + Shift + J, Alt + Shift + K', 'shortcut_windows'],
];

function welcomeAgain({ surroundings: { settings } }: Model): void {
  settings.value = { ...settings.value, welcomed: false };
}

/** The sheet of keys and words. */
export function Shortcuts() {
  const model = useModel();
  const { say } = model.language;
  const shown = shortcuts.filter(([, , where]) => !where || !model.surroundings.fleeting);
  return (
    <>
      <p class="again">
        <button type="button" class="link" onClick={() => welcomeAgain(model)}>
          {say('help_welcome')}
        </button>
      </p>
      <h2>{say('shortcuts')}</h2>
      <dl class="shortcuts">
        {shown.map(([keys, does]) => (
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
