import { useLanguage } from '../model/model';
import { useShown } from './shown';

/** Offers to read a damaged text as the token that it probably was; says so while that is shown. */
export function Mended() {
  const { reading, mended, choose } = useShown();
  const language = useLanguage();
  if (!reading.mended) return null;
  return (
    <section class="mended" aria-label={language.say('mended_title')}>
      {mended && (
        <>
          <p>{language.say('mended_shown')}</p>
          <ul>
            {reading.mended.causes.map((cause) => (
              <li key={cause}>{language.code('fault', cause)}</li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="link" onClick={() => choose({ mended: !mended, layer: 0 })}>
        {language.say(mended ? 'mended_back' : 'mended_read')}
      </button>
    </section>
  );
}
