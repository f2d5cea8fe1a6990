import type { Fault } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { FaultItem, faultKey } from './FaultItem';

/** Of more faults the first are told. */
const MOST_FAULTS = 20;

/** Why a recipient must refuse an SD-JWT. */
export function SdJwtFaults({ faults }: { faults: readonly Fault[] }) {
  const { say, count } = useLanguage();
  const more = faults.length - MOST_FAULTS;
  if (faults.length === 0) return null;
  return (
    <div class="faults is-bad">
      <h3>
        <Icon name="warning" />
        {say('sd_refuse')}
      </h3>
      <ul>
        {faults.slice(0, MOST_FAULTS).map((fault) => (
          <FaultItem key={faultKey(fault)} fault={fault} />
        ))}
        {more > 0 && <li class="soft">{count('faults_more', more)}</li>}
      </ul>
    </div>
  );
}
