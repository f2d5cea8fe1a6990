import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Forgets every captured token; it can be undone for a while. */
export function ClearButton() {
  const { surroundings, selection, cleared, language } = useModel();
  const clear = () => {
    cleared.value = surroundings.log.peek().exchanges;
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
