import { useLanguage } from '../model/model';
import { VerdictCard } from './VerdictCard';

/** Whether audience, issuer and the like are as they should be. Nothing is expected of a token yet. */
export function ExpectationsCard() {
  const { say } = useLanguage();
  return (
    <VerdictCard title={say('card_expectations')} tone="soft" icon="info" headline={say('expectations_none')}>
      <p class="detail">{say('expectations_none_detail')}</p>
    </VerdictCard>
  );
}
