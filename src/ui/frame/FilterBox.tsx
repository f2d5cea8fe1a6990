import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';

/** Narrows the list to the tokens that hold every word. */
export function FilterBox() {
  const { query } = useModel().filter;
  const { say } = useLanguage();
  return (
    <div class="box filter">
      <Icon name="search" />
      <input
        type="search"
        aria-label={say('filter_label')}
        placeholder={say('filter_placeholder')}
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
