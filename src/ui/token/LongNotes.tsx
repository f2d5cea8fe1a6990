import { partOf } from '../../core/token/token';
import { useLanguage, useModel } from '../model/model';
import { isLong } from './reader';
import { useShown } from './shown';

/** Of a token that is very long: what is left out of what is shown, and that it is not kept. */
export function LongNotes() {
  const { token, text } = useShown();
  const { draft, draftKept } = useModel().surroundings;
  const { say, count } = useLanguage();
  const root = partOf(token, 'payload')?.json;
  const leftOut = isLong(text) && root && 'elided' in root;
  const pasted = draft.value.paste;
  return (
    <>
      {leftOut && <p class="soft">{say('long_left_out')}</p>}
      {isLong(pasted) && <p class="soft">{count('long_box', pasted.length)}</p>}
      {!draftKept.value && <p class="soft">{say('long_not_kept')}</p>}
    </>
  );
}
