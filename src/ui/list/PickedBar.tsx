import { ComparePicked } from '../compare/ComparePicked';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { useListing } from './listing';

/** What can be done with several tokens at once; while one is chosen alone it is not there. */
export function PickedBar() {
  const { surroundings } = useModel();
  const { picked } = useListing();
  const { say, count } = useLanguage();
  const texts = [...picked.value];
  if (texts.length < 2) return null;
  return (
    <div class="picked" role="status">
      <span>{count('picked', texts.length)}</span>
      <ComparePicked texts={texts} />
      <button type="button" class="link" onClick={() => void surroundings.actions.copy(texts.join('\n'))}>
        {say('picked_copy')}
      </button>
      <button
        type="button"
        class="tool"
        title={say('picked_none')}
        onClick={() => {
          picked.value = new Set();
        }}
      >
        <Icon name="close" />
        <span class="unseen">{say('picked_none')}</span>
      </button>
    </div>
  );
}
