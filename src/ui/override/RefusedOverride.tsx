import '../css/banner.css';
import type { RefusedOverride as Refused } from '../../core/override';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';

/** Why an override is not on, and what can be done. */
export function RefusedOverride({ refused: { code, override } }: { refused: Refused }) {
  const { actions } = useModel().surroundings;
  const language = useLanguage();
  const { openFull } = actions;
  return (
    <p class="banner override is-refused" role="alert">
      <Icon name="warning" />
      <span>{language.code('override_refused', code)}</span>
      {code === 'no-host-access' && openFull && (
        <button type="button" class="link" onClick={() => openFull()}>
          {language.say('override_open_full')}
        </button>
      )}
      <button type="button" class="link" onClick={() => actions.stopOverride(override.tabId)}>
        {language.say('override_dismiss')}
      </button>
    </p>
  );
}
