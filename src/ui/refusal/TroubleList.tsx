import type { Trouble } from '../../core/refusals/trouble';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { troubleText } from './troubleText';

/** What went wrong over time, each with what to do. */
export function TroubleList({ troubles }: { troubles: readonly Trouble[] }) {
  const language = useLanguage();
  if (troubles.length === 0) return null;
  return (
    <ul class="troubles" aria-label={language.say('trouble_title')}>
      {troubles.map((trouble) => (
        <li key={`${trouble.code} ${trouble.atMs} ${trouble.tokens[0]}`}>
          <p>
            <span class="warn">
              <Icon name="warning" />
            </span>
            <span>{troubleText(trouble, language)}</span>
            <span class="figures soft">{language.clock(trouble.atMs)}</span>
          </p>
          <p class="soft">{language.code('trouble_do', trouble.code)}</p>
        </li>
      ))}
    </ul>
  );
}
