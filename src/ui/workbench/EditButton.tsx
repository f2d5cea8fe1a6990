import '../css/title.css';
import { partOf, type Token } from '../../core/token/token';
import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Takes the shown token to the workbench. */
export function EditButton({ token }: { token: Token }) {
  const model = useModel();
  const { say } = model.language;
  // An encrypted payload, or one of bytes, has no text to be edited.
  if (partOf(token, 'payload')?.text === undefined) return null;
  const edit = async () => {
    (await import('./bench')).benchOf(model).begin({ token: token.text });
    model.show('workbench');
  };
  return (
    <button type="button" class="tool" title={say('wb_open_why')} onClick={() => void edit()}>
      <Icon name="edit" />
      <span class="word">{say('wb_open')}</span>
    </button>
  );
}
