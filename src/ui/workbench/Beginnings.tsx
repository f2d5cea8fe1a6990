import { useModel } from '../model/model';
import type { Bench } from './bench';
import { startFrom } from './startFrom';

/** What can be begun with: the guide's token, as little as can be, or the token that is shown. */
export function Beginnings({ bench }: { bench: Bench }) {
  const { selection, language } = useModel();
  const text = selection.text.value;
  const shown = text !== undefined && startFrom(text) ? text : undefined;
  return (
    <fieldset class="presets" aria-label={language.say('wb_begin')}>
      <span class="soft">{language.say('wb_begin')}</span>
      <button type="button" class="chip" onClick={() => bench.begin('guide')}>
        {language.say('wb_begin_guide')}
      </button>
      <button type="button" class="chip" onClick={() => bench.begin('empty')}>
        {language.say('wb_begin_empty')}
      </button>
      {shown !== undefined && (
        <button type="button" class="chip" onClick={() => bench.begin({ token: shown })}>
          {language.say('wb_begin_shown')}
        </button>
      )}
    </fieldset>
  );
}
