import { proofFor, provenBy } from '../../core/traffic/dpop';
import type { Exchange } from '../../core/traffic/exchange';
import { useModel } from '../model/model';

/** From a request's access token to the DPoP proof that went with it, and back (RFC 9449 section 7.1). */
export function ProofLink({ exchange, text }: { exchange: Exchange; text: string }) {
  const { selection, language } = useModel();
  const capture = exchange.captures.find(({ token }) => token === text);
  const proof = capture && proofFor(exchange, capture);
  const other = proof ?? (capture && provenBy(exchange, capture));
  if (!other) return null;
  return (
    <button type="button" class="link" onClick={() => selection.choose(other.token)}>
      {language.say(proof ? 'proof_of' : 'proof_for')}
    </button>
  );
}
