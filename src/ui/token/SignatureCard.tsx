import type { SignatureVerdict } from '../../core/verify/verify';
import { useModel } from '../model/model';
import { signatureDetail } from './signatureDetail';
import { signatureLook } from './signatureLook';
import { VerdictCard } from './VerdictCard';

/** Whether the signature is good, and by which key. */
export function SignatureCard({ signature }: { signature: SignatureVerdict | undefined }) {
  const { keys, language } = useModel();
  const { tone, icon, headline } = signatureLook(signature);
  const reading = keys.reading.value;
  const encoding = reading?.ok ? reading.encoding : undefined;
  return (
    <VerdictCard title={language.say('card_signature')} headline={language.say(headline)} {...{ tone, icon }}>
      {signature && <p class="detail">{signatureDetail(signature, encoding, language)}</p>}
    </VerdictCard>
  );
}
