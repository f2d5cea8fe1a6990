import '../css/findings.css';
import { useSignal } from '@preact/signals';
import { type Finding, isAboveInfo } from '../../core/findings/finding';
import { isMuted } from '../../core/findings/muting';
import { Term } from '../explain/Term';
import { Later } from '../Later';
import { originShown } from '../model/expected';
import { useModel } from '../model/model';
import { Settling } from '../Settling';
import { useShown } from '../token/shown';
import { useIsFirst } from '../useIsFirst';
import { useRoom } from '../useRoom';
import { FindingItem } from './FindingItem';
import { SeverityCounts } from './SeverityCounts';
import { useFindings } from './useFindings';

const loadMore = async () => (await import('./FindingsMore')).FindingsMore;

/** What is unsafe in the token that is shown, or in where it travels; what matters most first. */
export function Findings() {
  const model = useModel();
  const { token } = useShown();
  const { found, settled } = useFindings(token);
  const isFirst = useIsFirst(settled);
  const room = useRoom(found !== undefined);
  const withMuted = useSignal(false);
  const { mutedFindings = [] } = model.surroundings.settings.value;
  // Of a private window nothing reaches the disk, and what is muted is kept there.
  const origin = model.selection.row.value?.exchange.incognito ? undefined : originShown(model);
  if (!token.valid) return null;
  if (!found && isFirst) return <Settling />;
  const isSilent = (finding: Finding) => isMuted(finding, mutedFindings, origin);
  const heard = found?.filter((finding) => !isSilent(finding)) ?? [];
  const silent = found?.filter(isSilent) ?? [];
  const { say, count } = model.language;
  return (
    <>
      {isFirst && <Settling />}
      <section
        class={`findings ${heard.some(isAboveInfo) ? 'is-grave' : ''}`}
        aria-label={say('findings_title')}
        ref={room}
      >
        <h3>
          <Term asked={{ term: 'finding' }}>{say('findings_title')}</Term>{' '}
          {found && <SeverityCounts findings={heard} />}
        </h3>
        {heard.length + silent.length > 0 && (
          <ul>
            {[...heard, ...(withMuted.value ? silent : [])].map((finding) => (
              <FindingItem key={finding.id} finding={finding} origin={origin} muted={isSilent(finding)} />
            ))}
          </ul>
        )}
        {silent.length > 0 && (
          <button
            type="button"
            class="link"
            aria-expanded={withMuted.value}
            onClick={() => {
              withMuted.value = !withMuted.value;
            }}
          >
            {count('findings_muted', silent.length)}
          </button>
        )}
        {found && <Later load={loadMore} props={{ token, findings: heard }} holds />}
      </section>
    </>
  );
}
