import { useId } from 'preact/hooks';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { Settings } from './Settings';

/** Opens the settings; the browser closes them on Escape or a click elsewhere. */
export function SettingsButton() {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div class="settings">
      <button type="button" class="tool" popovertarget={id} title={say('settings')}>
        <Icon name="settings" />
        <span class="unseen">{say('settings')}</span>
      </button>
      <div popover="auto" id={id} class="sheet" role="dialog" aria-label={say('settings')}>
        <Settings />
      </div>
    </div>
  );
}
