import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Forgets every captured token. */
export function ClearButton() {
  const { surroundings, selection, language } = useModel();
  const clear = () => {
    surroundings.actions.clear();
    selection.choose();
  };
  return (
    <button type="button" class="tool" title={language.say('clear_title')} onClick={clear}>
      <Icon name="clear" />
      <span class="unseen">{language.say('clear')}</span>
    </button>
  );
}
