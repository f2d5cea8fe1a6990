import type { Settings } from '../../core/settings';
import { useModel } from '../model/model';
import type { MessageKey } from '../say';

type Choice = 'clock' | 'theme' | 'density';

interface Options {
  label: MessageKey;
  /** What the settings hold, with its words; nothing for the first, which a new user has. */
  options: readonly (readonly [value: string, words: MessageKey])[];
}

const choices: Readonly<Record<Choice, Options>> = {
  clock: {
    label: 'settings_clock',
    options: [
      ['', 'settings_clock_both'],
      ['local', 'settings_clock_local'],
      ['utc', 'settings_clock_utc'],
    ],
  },
  theme: {
    label: 'settings_theme',
    options: [
      ['', 'settings_theme_auto'],
      ['light', 'settings_theme_light'],
      ['dark', 'settings_theme_dark'],
    ],
  },
  density: {
    label: 'settings_density',
    options: [
      ['', 'settings_density_dense'],
      ['comfortable', 'settings_density_comfortable'],
    ],
  },
};

/** How times, colours and rows look. */
export function LookSettings() {
  return (
    <>
      {(Object.keys(choices) as Choice[]).map((name) => (
        <ChoiceOf key={name} name={name} />
      ))}
    </>
  );
}

function ChoiceOf({ name }: { name: Choice }) {
  const { surroundings, language } = useModel();
  const { settings } = surroundings;
  const { label, options } = choices[name];
  return (
    <label class="choice">
      {language.say(label)}
      <select
        value={settings.value[name] ?? ''}
        onChange={({ currentTarget }) => {
          settings.value = {
            ...settings.value,
            [name]: (currentTarget.value || undefined) as Settings[Choice],
          };
        }}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {language.say(words)}
          </option>
        ))}
      </select>
    </label>
  );
}
