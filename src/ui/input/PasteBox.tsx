import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { PastedTokens } from './PastedTokens';

/** A box that takes a token in any wrapping: a header line, a curl command, prose. */
export function PasteBox() {
  const { surroundings, pasted } = useModel();
  const { say } = useLanguage();
  const { draft } = surroundings;
  const put = (paste: string) => {
    const { selected: _shownBefore, ...rest } = draft.value;
    pasted.index.value = 0;
    draft.value = { ...rest, paste };
  };
  return (
    <div class="paste">
      <div class="box">
        <textarea
          class="source"
          rows={1}
          aria-label={say('paste_label')}
          placeholder={say('paste_placeholder')}
          spellcheck={false}
          autocomplete="off"
          value={draft.value.paste}
          onInput={(event) => put(event.currentTarget.value)}
        />
        {draft.value.paste !== '' && (
          <button type="button" class="tool" title={say('paste_remove')} onClick={() => put('')}>
            <Icon name="close" />
            <span class="unseen">{say('paste_remove')}</span>
          </button>
        )}
      </div>
      <PastedTokens />
    </div>
  );
}
