import { useMemo } from 'preact/hooks';
import { createCount } from '../../core/traffic/counting';
import type { Exchange } from '../../core/traffic/exchange';
import { useLanguage, useModel } from '../model/model';
import { Coverage } from './Coverage';

/** What was captured, and what could not be. */
export function StatusBar() {
  const { filter, tokens, surroundings } = useModel();
  const language = useLanguage();
  const all = tokens.value.length;
  const shown = filter.rows.value.length;
  const countRequests = useMemo(() => createCount(isRequest), []);
  const requests = countRequests(surroundings.log.value.exchanges);
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

/** What was read in a page's storage is no request, and what carried no token is not told in the list. */
const isRequest = ({ captures, type }: Exchange) => captures.length > 0 && type !== 'page_storage';
