import { useSignal } from '@preact/signals';
import { useLanguage } from '../model/model';
import { Visible } from '../Visible';
import { firstOf } from './firstOf';

/** So much more is drawn each time the rest is asked for, in UTF-16 units: no window must wait for all of a very long text. */
const MORE = 100_000;

/** Text as written; of a very long one the beginning, until more is asked for. */
export function LongText({ text }: { text: string }) {
  const language = useLanguage();
  const more = useSignal(0);
  const first = firstOf(text);
  const drawn = more.value > 0 ? text.slice(0, first.length + more.value) : first;
  const hidden = text.length - drawn.length;
  return (
    <>
      <span class="source">
        <Visible text={drawn} />
      </span>
      {hidden > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            more.value += MORE;
          }}
        >
          {language.count('text_more', hidden)}
        </button>
      )}
    </>
  );
}
