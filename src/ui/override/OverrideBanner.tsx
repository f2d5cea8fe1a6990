import '../css/override.css';
import '../moreIcons';
import { useId } from 'preact/hooks';
import type { ActiveOverride } from '../../core/override';
import { ruleOf } from '../../core/overrideRule';
import { Icon } from '../Icon';
import { hostOf } from '../model/address';
import { useLanguage, useModel } from '../model/model';
import { RefusedOverride } from './RefusedOverride';
import { targetName } from './targetName';

/** Says what is changed on its way, and ends it. */
export function OverrideBanner() {
  const { on, refused } = useModel().surroundings.overrides.value;
  return (
    <>
      {on.map((override) => (
        <OverrideLine key={override.tabId} override={override} />
      ))}
      {refused?.code === 'access-withdrawn' && <RefusedOverride refused={refused} />}
    </>
  );
}

function OverrideLine({ override }: { override: ActiveOverride }) {
  const { surroundings } = useModel();
  const language = useLanguage();
  const { say } = language;
  const { page, actions } = surroundings;
  const id = useId();
  const [sender] = override.initiators;
  const isHere = page.value?.tabId === override.tabId;
  return (
    <section class="banner override" aria-labelledby={id}>
      <Icon name="override" />
      <div>
        <p>
          <strong id={id}>
            {language.code('override_on', override.action, [
              targetName(override.target, say),
              hostOf(override.origin),
            ])}
          </strong>
        </p>
        <p>
          {isHere
            ? say('override_on_why')
            : say('override_on_why_elsewhere', [hostOf(sender ?? override.origin)])}
        </p>
        {ruleOf(override) === undefined && <p>{say('override_on_waiting')}</p>}
      </div>
      <button type="button" class="chip" onClick={() => actions.stopOverride(override.tabId)}>
        {say('override_stop')}
      </button>
    </section>
  );
}
