import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Token } from '../../core/token/token';
import { useLanguage, useModel } from '../model/model';
import { rawPieces } from './rawPieces';
import { usePointing } from './usePointing';

/** Of a longer token only so many characters are drawn, and so many more each time the rest is asked for. */
const FIRST_DRAWN = 20_000;
const MORE_DRAWN = 100_000;

/** The token as it is, its parts in three colours; what the reader points at is marked. */
export function RawToken({ token }: { token: Token }) {
  const { pointed } = useModel();
  const language = useLanguage();
  const most = useSignal(FIRST_DRAWN);
  const pointing = usePointing(token);
  const box = useRef<HTMLParagraphElement | null>(null);
  const drawn = Math.min(token.text.length, most.value);
  const hidden = token.text.length - drawn;
  const mark = pointed.value;

  useLayoutEffect(() => {
    const marked = box.current?.querySelector('mark');
    if (!marked || !box.current || mark?.inToken) return;
    const top = marked.offsetTop - box.current.offsetTop;
    const outside =
      top < box.current.scrollTop || top > box.current.scrollTop + box.current.clientHeight - 18;
    if (outside) box.current.scrollTop = top - 18;
  }, [mark]);

  return (
    <section class="raw" aria-label={language.say('raw_title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long token is scrolled with the keys too */}
      <p class="source" ref={box} tabIndex={0} {...pointing}>
        {rawPieces(token, mark, drawn).map(({ text, part, marked, at }) =>
          marked ? (
            <mark class={part} key={at} data-at={at}>
              {text}
            </mark>
          ) : (
            <span class={part} key={at} data-at={at}>
              {text}
            </span>
          ),
        )}
      </p>
      {hidden > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            most.value += MORE_DRAWN;
          }}
        >
          {language.count('raw_more', hidden)}
        </button>
      )}
    </section>
  );
}
