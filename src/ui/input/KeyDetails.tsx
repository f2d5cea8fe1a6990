import type { Key } from '../../core/key/key';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { KeyFacts } from './KeyFacts';
import { keyText } from './keyText';

/** Of a larger set the first are described. */
const MOST_KEYS = 20;

/** What is known of the keys in the box, folded away until it is wanted. */
export function KeyDetails({ keys }: { keys: readonly Key[] }) {
  const language = useLanguage();
  const more = keys.length - MOST_KEYS;
  return (
    <details class="folded">
      <summary>
        <Icon name="fold" />
        {language.say('key_details')}
      </summary>
      {keys.slice(0, MOST_KEYS).map((key, at) => (
        <section key={at} class="facts" aria-label={key.kid ?? key.label ?? keyText(key, language)}>
          <KeyFacts keyShown={key} />
        </section>
      ))}
      {more > 0 && <p class="soft">{language.count('key_details_more', more)}</p>}
    </details>
  );
}
