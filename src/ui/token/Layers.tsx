import { memberOf } from '../../core/token/json';
import { partOf, type Token } from '../../core/token/token';
import { useLanguage } from '../model/model';
import { useShown } from './shown';

/** The tokens within a nested one (RFC 7519 section 5.2): any of them can be looked at. */
export function Layers() {
  const { reading, layer, choose } = useShown();
  const language = useLanguage();
  const { layers } = reading;
  if (layers.length < 2) return null;
  return (
    <section class="layers" aria-label={language.say('layers_title')}>
      <p class="soft">{language.count('layers_inside', layers.length - 1)}</p>
      <div class="pasted">
        {layers.map((token, index) => (
          <button
            type="button"
            class="chip"
            key={token.text}
            aria-pressed={index === layer}
            onClick={() => choose({ layer: index })}
          >
            {language.say('layer_show', [language.number(index + 1), algOf(token)])}
          </button>
        ))}
      </div>
    </section>
  );
}

function algOf(token: Token): string {
  const alg = memberOf(partOf(token, 'header')?.json, 'alg');
  return alg?.type === 'string' ? alg.value : '?';
}
