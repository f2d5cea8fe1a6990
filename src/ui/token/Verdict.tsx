import type { Token } from '../../core/token/token';
import type { SignatureVerdict } from '../../core/verify/verify';
import { useLanguage } from '../model/model';
import { ExpectationsCard } from './ExpectationsCard';
import { SignatureCard } from './SignatureCard';
import { TimeCard } from './TimeCard';
import { TrustCard } from './TrustCard';
import { VerdictStatus } from './VerdictStatus';

/** What we say of a token: four separate answers, and a voice that tells when one of them changes. */
export function Verdict({ token, signature }: { token: Token; signature: SignatureVerdict | undefined }) {
  const { say } = useLanguage();
  return (
    <section class="verdict" aria-label={say('verdict_title')}>
      <SignatureCard signature={signature} />
      <TimeCard token={token} />
      <ExpectationsCard />
      <TrustCard signature={signature} />
      <VerdictStatus signature={signature} />
    </section>
  );
}
