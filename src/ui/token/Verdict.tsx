import { useComputed, useSignalEffect } from '@preact/signals';
import { useModel } from '../model/model';
import { ExpectationsCard } from './ExpectationsCard';
import { SignatureCard } from './SignatureCard';
import { TimeCard } from './TimeCard';
import { TrustCard } from './TrustCard';
import { VerdictStatus } from './VerdictStatus';

/** What we say of a token: four separate answers, and a voice that tells when one of them changes. */
export function Verdict() {
  const { verdicts, keys, selection, language } = useModel();
  useSignalEffect(() => {
    const text = selection.text.value;
    if (text !== undefined) void verdicts.check(text, keys.all.value);
  });
  const signature = useComputed(() => verdicts.of(selection.text.value ?? '').value).value;
  return (
    <section class="verdict" aria-label={language.say('verdict_title')}>
      <SignatureCard signature={signature} />
      <TimeCard />
      <ExpectationsCard />
      <TrustCard signature={signature} />
      <VerdictStatus signature={signature} />
    </section>
  );
}
