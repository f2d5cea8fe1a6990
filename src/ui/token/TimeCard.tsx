import { type Lifetime, type Times, timesOf } from '../../core/token/lifetime';
import type { Token } from '../../core/token/token';
import type { Language } from '../language';
import { lifetimeOf } from '../model/lifetimes';
import { useModel } from '../model/model';
import { LifetimeBar } from './LifetimeBar';
import { timeLook } from './timeLook';
import { VerdictCard } from './VerdictCard';

/** Where now stands in the token's life. */
export function TimeCard({ token }: { token: Token }) {
  const { surroundings, language } = useModel();
  const times = timesOf(token);
  const lifetime = lifetimeOf(times, surroundings);
  const { tone, icon, headline } = timeLook(lifetime);
  const countdown = language.countdown(lifetime.leftSeconds ?? 0);
  return (
    <VerdictCard
      title={language.say('card_time')}
      headline={language.say(headline, [countdown])}
      {...{ tone, icon }}
    >
      <p class="detail figures">{briefOf(lifetime, times, surroundings.now.value, language)}</p>
      {lifetime.fraction !== undefined && <LifetimeBar fraction={lifetime.fraction} tone={tone} />}
    </VerdictCard>
  );
}

/** When the state changes, or changed. */
function briefOf(
  { state, leftSeconds = 0 }: Lifetime,
  times: Times,
  nowMs: number,
  language: Language,
): string {
  if (state === 'no-expiry') return language.say('time_brief_no_expiry');
  if (state === 'unreadable') return language.say('time_brief_unreadable');
  const turnSeconds = state === 'not-yet-valid' ? times.nbfSeconds : times.expSeconds;
  const at = language.brief((turnSeconds ?? 0) * 1000, nowMs) ?? language.say('moment_beyond');
  if (state !== 'expired' && state !== 'not-yet-valid') return language.say('time_brief_at', [at]);
  return language.say('time_brief_ago', [language.relative(leftSeconds), at]);
}
