import type { Mute } from '../../core/findings/muting';
import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** The findings that the user does not want to hear of, and the way back for each. */
export function MutedSettings() {
  const { surroundings, language } = useModel();
  const { mutedFindings = [] } = surroundings.settings.value;
  return (
    <fieldset>
      <legend>{language.say('settings_muted')}</legend>
      {mutedFindings.length === 0 && <p class="soft">{language.say('settings_muted_none')}</p>}
      <ul class="muted">
        {mutedFindings.map((mute) => (
          <Muted key={`${mute.rule} ${mute.origin}`} mute={mute} />
        ))}
      </ul>
    </fieldset>
  );
}

function Muted({ mute }: { mute: Mute }) {
  const { surroundings, language } = useModel();
  const { settings } = surroundings;
  // Its values were those of one token.
  const title = language.code('finding', mute.rule, ['…', '…', '…']);
  const unmute = () => {
    const { mutedFindings = [] } = settings.value;
    const mutes = mutedFindings.filter(({ rule, origin }) => rule !== mute.rule || origin !== mute.origin);
    settings.value = { ...settings.value, mutedFindings: mutes };
  };
  return (
    <li>
      <span>
        {title} <span class="soft">{mute.origin ?? language.say('settings_muted_everywhere')}</span>
      </span>
      <button type="button" class="tool" title={language.say('settings_unmute', [title])} onClick={unmute}>
        <Icon name="close" />
        <span class="unseen">{language.say('settings_unmute', [title])}</span>
      </button>
    </li>
  );
}
