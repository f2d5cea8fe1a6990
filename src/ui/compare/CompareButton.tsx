import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Takes the shown token to the comparison. */
export function CompareButton() {
  const model = useModel();
  const { say } = model.language;
  return (
    <button type="button" class="tool" title={say('cmp_open_why')} onClick={() => model.show('compare')}>
      <Icon name="compare" />
      <span class="word">{say('cmp_open')}</span>
    </button>
  );
}
