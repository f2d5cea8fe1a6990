import type { Finding } from '../../core/findings/finding';
import { withMute, withoutMute } from '../../core/findings/muting';
import { Icon } from '../Icon';
import { type Model, useModel } from '../model/model';
import { Visible } from '../Visible';
import { severityLooks } from './severityLook';

interface Props {
  finding: Finding;
  /** Where the token was last sent; absent for one that was pasted. */
  origin: string | undefined;
  muted: boolean;
}

/** One finding: how grave, what it is, and on a click what it means, what to do, and where that is written. */
export function FindingItem({ finding, origin, muted }: Props) {
  const { language } = useModel();
  const { id, severity, source, values } = finding;
  const { icon, tone } = severityLooks[severity];
  return (
    <li>
      <details class={`finding ${muted ? 'is-muted' : ''}`}>
        <summary>
          <span class={`severity ${tone}`}>
            <Icon name={icon} />
            {language.code('severity', severity)}
          </span>
          <span class="finding-title">
            <Visible text={language.code('finding', id, values)} />
          </span>
          <Icon name="fold" />
        </summary>
        <p>{language.code('finding', `${id}-means`, values)}</p>
        <p>{language.code('finding', `${id}-do`, values)}</p>
        <p class="soft">{source}</p>
        <MuteButtons rule={id} origin={origin} muted={muted} />
      </details>
    </li>
  );
}

function MuteButtons({ rule, origin, muted }: { rule: string; origin: string | undefined; muted: boolean }) {
  const model = useModel();
  const { say } = model.language;
  if (muted)
    return (
      <button type="button" class="link" onClick={() => unmute(model, rule, origin)}>
        {say('findings_unmute')}
      </button>
    );
  return (
    <p class="finding-actions">
      {origin !== undefined && (
        <button type="button" class="link" onClick={() => mute(model, rule, origin)}>
          {say('findings_mute_here', [origin])}
        </button>
      )}
      <button type="button" class="link" onClick={() => mute(model, rule)}>
        {say('findings_mute_everywhere')}
      </button>
    </p>
  );
}

function mute({ surroundings: { settings } }: Model, rule: string, origin?: string): void {
  const { mutedFindings = [] } = settings.value;
  settings.value = {
    ...settings.value,
    mutedFindings: withMute(mutedFindings, { rule, ...(origin !== undefined && { origin }) }),
  };
}

function unmute({ surroundings: { settings } }: Model, rule: string, origin: string | undefined): void {
  const { mutedFindings = [] } = settings.value;
  settings.value = { ...settings.value, mutedFindings: withoutMute(mutedFindings, rule, origin) };
}
