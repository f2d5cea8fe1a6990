import { Icon } from '../Icon';
import { Later } from '../Later';
import { useLanguage, useModel } from '../model/model';
import { Settling } from '../Settling';

const loadPastedTokens = async () => (await import('./PastedTokens')).PastedTokens;

/** Browsers are slow to lay out a box with more than this in it, so then it shows the beginning alone. */
const MOST_IN_BOX = 50_000;

/** What is shown of a text cannot be edited, only replaced as a whole. */
function keepWhole(event: InputEvent & { currentTarget: HTMLTextAreaElement }): void {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  if (selectionEnd - selectionStart < value.length) event.preventDefault();
}

const inBox = (text: string) => (text.length > MOST_IN_BOX ? `${text.slice(0, MOST_IN_BOX / 50)} …` : text);

const selectWhole = (event: { currentTarget: HTMLTextAreaElement }) => event.currentTarget.select();

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
  const input = ({ currentTarget: box }: { currentTarget: HTMLTextAreaElement }) => {
    const { value } = box;
    // Before anything lays it out: that alone would take Firefox seconds.
    if (value.length > MOST_IN_BOX) box.value = inBox(value);
    put(value);
  };
  const pasteLong = (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    const long = event.clipboardData?.getData('text') ?? '';
    if (long.length <= MOST_IN_BOX) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    put(isCut ? long : value.slice(0, selectionStart) + long + value.slice(selectionEnd));
  };
  const text = draft.value.paste;
  const isCut = text.length > MOST_IN_BOX;
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
          value={inBox(text)}
          onClick={isCut ? selectWhole : undefined}
          onBeforeInput={isCut ? keepWhole : undefined}
          onInput={input}
          onPaste={pasteLong}
        />
        {text !== '' && (
          <button type="button" class="tool" title={say('paste_remove')} onClick={() => put('')}>
            <Icon name="close" />
            <span class="unseen">{say('paste_remove')}</span>
          </button>
        )}
      </div>
      {pasted.sought.value && <Settling />}
      {pasted.tokens.value.length > 0 && <Later load={loadPastedTokens} props={{}} holds />}
    </div>
  );
}
