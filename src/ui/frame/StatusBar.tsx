import { useLanguage, useModel } from '../model/model';
import { Coverage } from './Coverage';

/** What was captured, and what could not be. */
export function StatusBar() {
  const { filter, tokens, surroundings } = useModel();
  const language = useLanguage();
  const all = tokens.value.length;
  const shown = filter.rows.value.length;
  const requests = surroundings.log.value.exchanges.filter(({ captures }) => captures.length > 0).length;
  return (
    <footer class="statusbar">
      <span class="figures">
        {shown === all
          ? language.count('tokens_count', all)
          : language.count('tokens_of', all, [language.number(shown)])}
      </span>
      <span class="figures">{language.count('requests_count', requests)}</span>
      <Coverage />
    </footer>
  );
}
