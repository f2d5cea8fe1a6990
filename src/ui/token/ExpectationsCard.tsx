import { Later } from '../Later';
import { expectedOfShown } from '../model/expected';
import { useLanguage, useModel } from '../model/model';
import { VerdictCard } from './VerdictCard';

const loadAnswer = async () => (await import('./ExpectationsAnswer')).ExpectationsAnswer;

/** Whether audience, issuer and the like are as the user expects. Comparing comes with the first expectation. */
export function ExpectationsCard() {
  const model = useModel();
  const isSet = Object.keys(expectedOfShown(model)).length > 0;
  return isSet ? <Later load={loadAnswer} props={{}} /> : <NoneSet />;
}

function NoneSet() {
  const { say } = useLanguage();
  return (
    <VerdictCard
      term="expectations"
      title={say('card_expectations')}
      tone="soft"
      icon="info"
      headline={say('expectations_none')}
    >
      <p class="detail">{say('expectations_none_detail')}</p>
    </VerdictCard>
  );
}
