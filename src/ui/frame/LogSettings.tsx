import type { Settings } from '../../core/settings';
import { useModel } from '../model/model';
import type { MessageKey } from '../say';

type Choice = 'forgetOnNavigation' | 'forgetWithTab';

const choices: readonly { name: Choice; label: MessageKey; on: NonNullable<Settings[Choice]> }[] = [
  { name: 'forgetOnNavigation', label: 'settings_preserve_log', on: false },
  { name: 'forgetWithTab', label: 'settings_forget_with_tab', on: true },
];

/** How long what was captured is kept. */
export function LogSettings() {
  const { surroundings, language } = useModel();
  const { settings } = surroundings;
  return (
    <fieldset>
      <legend>{language.say('settings_log')}</legend>
      {choices.map(({ name, label, on }) => (
        <label class="switch" key={name}>
          <input
            type="checkbox"
            checked={(settings.value[name] ?? false) === on}
            onChange={({ currentTarget }) => {
              settings.value = { ...settings.value, [name]: currentTarget.checked === on };
            }}
          />
          {language.say(label)}
        </label>
      ))}
    </fieldset>
  );
}
