import '../css/settings.css';
import { useId } from 'preact/hooks';
import { FindingSettings } from '../findings/FindingSettings';
import { MutedSettings } from '../findings/MutedSettings';
import { KeyringSettings } from '../keyring/KeyringSettings';
import { useLanguage, useModel } from '../model/model';
import { FlagSettings } from '../refusal/FlagSettings';
import { LogSettings } from './LogSettings';
import { LookSettings } from './LookSettings';

const SECONDS_PER_MINUTE = 60;

/** What the user may set. */
export function Settings() {
  const { settings } = useModel().surroundings;
  const { say } = useLanguage();
  const id = useId();
  const put = (input: HTMLInputElement) => {
    if (!input.validity.valid || input.value === '') return;
    settings.value = { ...settings.value, nearExpirySeconds: input.valueAsNumber * SECONDS_PER_MINUTE };
  };
  return (
    <>
      <h2>{say('settings')}</h2>
      <label for={id}>{say('settings_near_expiry')}</label>
      <p class="amount">
        <input
          id={id}
          type="number"
          min={0}
          max={1440}
          step={0.5}
          aria-describedby={`${id}-why`}
          value={settings.value.nearExpirySeconds / SECONDS_PER_MINUTE}
          onChange={(event) => put(event.currentTarget)}
        />
        <span>{say('settings_minutes')}</span>
      </p>
      <p class="soft" id={`${id}-why`}>
        {say('settings_near_expiry_why')}
      </p>
      <LookSettings />
      <LogSettings />
      <FlagSettings />
      <FindingSettings />
      <MutedSettings />
      <KeyringSettings />
    </>
  );
}
