import { useSignal } from '@preact/signals';
import { useLanguage } from '../model/model';
import { firstOf } from './firstOf';

/** Text as written; of a very long one the beginning, until the rest is asked for. */
export function LongText({ text }: { text: string }) {
  const language = useLanguage();
  const whole = useSignal(false);
  const drawn = whole.value ? text : firstOf(text);
  const hidden = text.length - drawn.length;
  return (
    <>
      <span class="source">{drawn}</span>
      {hidden > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            whole.value = true;
          }}
        >
          {language.count('text_more', hidden)}
        </button>
      )}
    </>
  );
}
