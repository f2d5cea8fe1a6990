import { readToken } from '../../core/token/read';
import { Later } from '../Later';
import { useModel } from '../model/model';
import { CopyButton } from '../token/CopyButton';
import { rawPieces } from '../token/rawPieces';
import type { Bench } from './bench';

const loadTryIt = async () => (await import('../override/TryIt')).TryIt;

/** The token that was made, to be taken along or looked at. */
export function Result({ bench }: { bench: Bench }) {
  const signing = bench.made.value?.signing;
  return signing?.state === 'signed' ? <MadeToken text={signing.token} /> : null;
}

/** Of a longer token only so many characters are drawn; all are copied. */
const MOST_DRAWN = 20_000;

/** A token that was made here. */
export function MadeToken({ text }: { text: string }) {
  const model = useModel();
  const { say } = model.language;
  const { draft } = model.surroundings;
  const look = () => {
    const { selected: _before, ...rest } = draft.value;
    draft.value = { ...rest, paste: text };
    model.detail.value = 'token';
  };
  const drawn = Math.min(text.length, MOST_DRAWN);
  return (
    <>
      <section class="made raw" aria-label={say('wb_made')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long token is scrolled with the keys too */}
        <p class="source" tabIndex={0}>
          {rawPieces(readToken(text), undefined, drawn).map(({ text: piece, part, at }) => (
            <span class={part} key={at}>
              {piece}
            </span>
          ))}
        </p>
        <div class="act">
          <CopyButton text={text} label="wb_copy" />
          <button type="button" class="chip" onClick={look}>
            {say('wb_look')}
          </button>
        </div>
      </section>
      <Later load={loadTryIt} props={{ text }} />
    </>
  );
}
