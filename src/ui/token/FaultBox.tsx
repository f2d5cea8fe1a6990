import type { Fault } from '../../core/token/token';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { FaultItem, faultKey } from './FaultItem';

/** Of more faults the first are told. */
const MOST_FAULTS = 20;

interface Props {
  /** Names it for a screen reader, where the heading is a sentence. */
  label?: string;
  heading: string;
  tone: 'bad' | 'warn' | 'none';
  icon: 'warning' | 'info';
  faults: readonly Fault[];
}

/** What is wrong, each with its part and position, under a heading that says what it amounts to. */
export function FaultBox({ label, heading, tone, icon, faults }: Props) {
  const { count } = useLanguage();
  const more = faults.length - MOST_FAULTS;
  return (
    <section class={`faults is-${tone}`} aria-label={label ?? heading}>
      <h3>
        <Icon name={icon} />
        {heading}
      </h3>
      <ul>
        {faults.slice(0, MOST_FAULTS).map((fault) => (
          <FaultItem key={faultKey(fault)} fault={fault} />
        ))}
        {more > 0 && <li class="soft">{count('faults_more', more)}</li>}
      </ul>
    </section>
  );
}
