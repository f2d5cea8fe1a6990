import { lifetimeOf } from '../model/lifetimes';
import { useModel } from '../model/model';
import { LifetimeBar } from './LifetimeBar';
import { lifetimeBrief, oddTime } from './lifetimeBrief';
import { useShown } from './shown';
import { headlineText, oddLook } from './timeHeadline';
import { timeLook } from './timeLook';
import { VerdictCard } from './VerdictCard';

/** Where now stands in the token's life. */
export function TimeCard() {
  const { surroundings, language } = useModel();
  const { token, times } = useShown();
  const lifetime = lifetimeOf(times, surroundings);
  const { tone, icon } = oddTime(times) ? oddLook : timeLook(lifetime);
  const brief = lifetimeBrief({ token, times, lifetime, nowMs: surroundings.now.value }, language);
  return (
    <VerdictCard
      term="time"
      title={language.say('card_time')}
      headline={headlineText(lifetime, language)}
      {...{ tone, icon }}
    >
      <p class="detail figures">{brief}</p>
      {'fraction' in lifetime && <LifetimeBar fraction={lifetime.fraction} tone={tone} />}
    </VerdictCard>
  );
}
