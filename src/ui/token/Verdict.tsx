import { useEffect } from 'preact/hooks';
import { useModel } from '../model/model';
import { RecordedNote } from '../transfer/RecordedNote';
import { ExpectationsCard } from './ExpectationsCard';
import { SignatureCard } from './SignatureCard';
import { useShown } from './shown';
import { TimeCard } from './TimeCard';
import { TrustCard } from './TrustCard';
import { VerdictStatus } from './VerdictStatus';

/** What we say of a token: four separate answers, and a voice that tells when one of them changes. */
export function Verdict() {
  const { verdicts, keys, language } = useModel();
  const { text } = useShown().token;
  const given = keys.for(text);
  useEffect(() => void verdicts.check(text, given), [verdicts, text, given]);
  const signature = verdicts.of(text).value;
  return (
    <section class="verdict" aria-label={language.say('verdict_title')}>
      <SignatureCard signature={signature} />
      <TimeCard />
      <ExpectationsCard />
      <TrustCard signature={signature} />
      <RecordedNote text={text} />
      <VerdictStatus signature={signature} />
    </section>
  );
}
