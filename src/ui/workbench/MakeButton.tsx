import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Leads to the workbench: with what was being edited, else with the guide's token to begin with. */
export function MakeButton() {
  const model = useModel();
  const { say } = model.language;
  return (
    <button type="button" class="tool" title={say('wb_make_token')} onClick={() => model.show('workbench')}>
      <Icon name="edit" />
      <span class="unseen">{say('wb_make_token')}</span>
    </button>
  );
}
