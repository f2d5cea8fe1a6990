import { useComputed } from '@preact/signals';
import { expectedOfShown } from '../model/expected';
import { useLanguage, useModel } from '../model/model';
import { useShown } from './shown';
import { type Broken, useViolations } from './useViolations';
import { VerdictCard } from './VerdictCard';

/** Of more violations the first are told. */
const MOST_VIOLATIONS = 5;

/** Whether the token meets what is expected of it now, with each expectation that it breaks. */
export function ExpectationsAnswer() {
  const model = useModel();
  const { language, surroundings } = model;
  const { token } = useShown();
  const nowSeconds = useComputed(() => Math.floor(surroundings.now.value / 1000));
  const violations = useViolations(token, expectedOfShown(model), nowSeconds.value);
  if (typeof violations === 'string') return <Unchecked state={violations} />;
  const met = violations.length === 0;
  const more = violations.length - MOST_VIOLATIONS;
  return (
    <VerdictCard
      term="expectations"
      title={language.say('card_expectations')}
      tone={met ? 'ok' : 'bad'}
      icon={met ? 'done' : 'wrong'}
      headline={language.say(met ? 'expectations_met' : 'expectations_broken')}
    >
      {met ? (
        <p class="detail">{language.say('expectations_met_detail')}</p>
      ) : (
        <ul class="violations">
          {violations.slice(0, MOST_VIOLATIONS).map(({ code, pointer, values }) => (
            <li class="detail" key={[code, pointer, ...values].join(' ')}>
              {language.code('expectation', code, values)}
            </li>
          ))}
          {more > 0 && <li class="detail">{language.count('expectations_more', more)}</li>}
        </ul>
      )}
    </VerdictCard>
  );
}

/** A long token that is still compared, or that could not be: neither met nor broken. */
function Unchecked({ state }: { state: Broken & string }) {
  const { say } = useLanguage();
  return (
    <VerdictCard
      term="expectations"
      title={say('card_expectations')}
      tone="soft"
      icon="info"
      headline={say(state === 'checking' ? 'expectations_checking' : 'expectations_unchecked')}
    >
      {state === 'failed' && <p class="detail">{say('expectations_unchecked_detail')}</p>}
    </VerdictCard>
  );
}
