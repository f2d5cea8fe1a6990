import { useId } from 'preact/hooks';
import { useLanguage, useModel } from '../model/model';
import type { MessageKey } from '../say';

/** What is looked for without being asked, and what others who watch may see. */
export function FindingSettings() {
  const { settings } = useModel().surroundings;
  const { leaveSecretsUntried = false, screenShare = false } = settings.value;
  return (
    <>
      <Switch
        name="settings_try_secrets"
        why="settings_try_secrets_why"
        on={!leaveSecretsUntried}
        onChange={(on) => {
          settings.value = { ...settings.value, leaveSecretsUntried: !on };
        }}
      />
      <Switch
        name="settings_screen_share"
        why="settings_screen_share_why"
        on={screenShare}
        onChange={(on) => {
          settings.value = { ...settings.value, screenShare: on };
        }}
      />
    </>
  );
}

interface SwitchProps {
  name: MessageKey;
  why: MessageKey;
  on: boolean;
  onChange: (on: boolean) => void;
}

function Switch({ name, why, on, onChange }: SwitchProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={`${id}-why`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {say(name)}
      </label>
      <p class="soft" id={`${id}-why`}>
        {say(why)}
      </p>
    </>
  );
}
