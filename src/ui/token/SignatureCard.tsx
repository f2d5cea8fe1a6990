import type { SignatureVerdict } from '../../core/verify/verify';
import { useModel } from '../model/model';
import { useShown } from './shown';
import { choiceOf, signatureDetail } from './signatureDetail';
import { signatureLook } from './signatureLook';
import { VerdictCard } from './VerdictCard';

/** Whether the signature is good, and by which key. */
export function SignatureCard({ signature }: { signature: SignatureVerdict | undefined }) {
  const { keys, language } = useModel();
  const { tone, icon, headline } = signatureLook(signature);
  const { token } = useShown();
  const choice = signature && choiceOf(signature, keys.for(token.text));
  return (
    <VerdictCard
      term="signature"
      title={language.say('card_signature')}
      headline={language.say(headline)}
      {...{ tone, icon }}
    >
      {signature && <p class="detail">{signatureDetail(signature, keys.originOf, language)}</p>}
      {choice && (
        <p class="detail" title={language.code('chosen', choice)}>
          {language.code('chosen_brief', choice)}
        </p>
      )}
    </VerdictCard>
  );
}
