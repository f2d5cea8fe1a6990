import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Takes the shown token to the workbench. */
export function EditButton({ token }: { token: string }) {
  const model = useModel();
  const { say } = model.language;
  const edit = async () => {
    (await import('./bench')).benchOf(model).begin({ token });
    model.show('workbench');
  };
  return (
    <button type="button" class="tool" title={say('wb_open_why')} onClick={() => void edit()}>
      <Icon name="edit" />
      {say('wb_open')}
    </button>
  );
}
