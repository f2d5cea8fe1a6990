import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Leads to the full tab, with what this window works on. */
export function OpenFullButton() {
  const { surroundings, language } = useModel();
  const { openFull } = surroundings.actions;
  if (!openFull) return null;
  return (
    <button type="button" class="tool" title={language.say('open_full')} onClick={() => openFull()}>
      <Icon name="full" />
      <span class="unseen">{language.say('open_full')}</span>
    </button>
  );
}
