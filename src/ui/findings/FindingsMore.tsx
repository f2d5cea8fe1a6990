import type { Finding } from '../../core/findings/finding';
import { isTriable } from '../../core/findings/weakSecrets';
import type { Token } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import { isLong } from '../token/reader';
import { ReportButtons } from './ReportButtons';
import { WordList } from './WordList';

/** What can be done with findings: take them along, and try a list of secrets of one's own. */
export function FindingsMore({ token, findings }: { token: Token; findings: readonly Finding[] }) {
  const { surroundings } = useModel();
  const { say } = useLanguage();
  const canTry = surroundings.fleeting !== true && !isLong(token.text) && isTriable(token.text);
  return (
    <details class="folded findings-more">
      <summary>
        <Icon name="fold" />
        <span>{say(canTry ? 'findings_more' : 'findings_report')}</span>
      </summary>
      <ReportButtons token={token} findings={findings} />
      {canTry && <WordList text={token.text} key={token.text} />}
    </details>
  );
}
