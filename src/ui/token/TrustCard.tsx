import { type Trust, trustOf } from '../../core/verify/trust';
import type { SignatureVerdict } from '../../core/verify/verify';
import type { IconName } from '../icons';
import { useLanguage } from '../model/model';
import type { Tone } from '../tone';
import { VerdictCard } from './VerdictCard';

const looks: Readonly<Record<Trust, { tone: Tone; icon: IconName }>> = {
  none: { tone: 'soft', icon: 'person' },
  yours: { tone: 'ok', icon: 'person' },
  'yours-weak': { tone: 'warn', icon: 'warning' },
  'yours-public': { tone: 'warn', icon: 'warning' },
  traffic: { tone: 'warn', icon: 'info' },
  carried: { tone: 'bad', icon: 'warning' },
};

/** What a verified signature is worth, which depends on where its key came from. */
export function TrustCard({ signature }: { signature: SignatureVerdict | undefined }) {
  const language = useLanguage();
  const trust = signature ? trustOf(signature) : 'none';
  return (
    <VerdictCard
      term="trust"
      title={language.say('card_trust')}
      {...looks[trust]}
      headline={language.code('trust_head', trust)}
    >
      <p class="detail" title={language.code('trust', trust)}>
        {language.code('trust_brief', trust)}
      </p>
    </VerdictCard>
  );
}
