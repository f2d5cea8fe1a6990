import type { Token } from '../../core/token/token';
import { lifetimeOf } from '../model/lifetimes';
import { useModel } from '../model/model';
import { LifetimeBar } from './LifetimeBar';
import { lifetimeBrief } from './lifetimeBrief';
import { headlineText, timeLook } from './timeLook';
import { VerdictCard } from './VerdictCard';

/** Where now stands in the token's life. */
export function TimeCard({ token }: { token: Token }) {
  const { surroundings, selection, language } = useModel();
  const times = selection.times.value;
  const lifetime = lifetimeOf(times, surroundings);
  const { tone, icon } = timeLook(lifetime);
  const brief = lifetimeBrief({ token, times, lifetime, nowMs: surroundings.now.value }, language);
  return (
    <VerdictCard
      title={language.say('card_time')}
      headline={headlineText(lifetime, language)}
      {...{ tone, icon }}
    >
      <p class="detail figures">{brief}</p>
      {'fraction' in lifetime && <LifetimeBar fraction={lifetime.fraction} tone={tone} />}
    </VerdictCard>
  );
}
