import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useLanguage, useModel } from '../model/model';

/** What the user may set about flags beyond the window: other tabs on the toolbar button, and notifications. */
export function FlagSettings() {
  const { settings, actions } = useModel().surroundings;
  const { say } = useLanguage();
  const id = useId();
  const refused = useSignal(false);
  const ask = actions.askForNotifications;
  // The wish is kept before the answer has come: the browser's question may close the window that asked.
  const setNotify = async (on: boolean) => {
    const asking = on ? ask?.() : undefined;
    settings.value = { ...settings.value, notify: on };
    refused.value = on && (await asking?.catch(() => false)) !== true;
    if (refused.value) settings.value = { ...settings.value, notify: false };
  };
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.value.flagOtherTabs === true}
          onChange={({ currentTarget }) => {
            settings.value = { ...settings.value, flagOtherTabs: currentTarget.checked };
          }}
        />
        {say('settings_flag_others')}
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.value.notify === true}
          disabled={!ask && settings.value.notify !== true}
          aria-describedby={`${id}-notify`}
          // Firefox lets a page ask within a click alone.
          onClick={({ currentTarget }) => void setNotify(currentTarget.checked)}
        />
        {say('settings_notify')}
      </label>
      <p class="soft" id={`${id}-notify`} role="status">
        {say(
          refused.value ? 'settings_notify_refused' : ask ? 'settings_notify_why' : 'settings_notify_where',
        )}
      </p>
    </>
  );
}
