import type { SignatureVerdict } from '../../core/verify/verify';
import { lifetimeOf } from '../model/lifetimes';
import { useModel } from '../model/model';
import { useShown } from './shown';
import { signatureLook } from './signatureLook';

/** Speaks when the signature's or the time's verdict changes, and never because time goes by. */
export function VerdictStatus({ signature }: { signature: SignatureVerdict | undefined }) {
  const { surroundings, language } = useModel();
  const { state } = lifetimeOf(useShown().times, surroundings);
  const text = signature
    ? `${language.say(signatureLook(signature).status)} ${language.code('status', state)}`
    : '';
  return (
    <p role="status" class="unseen">
      {text}
    </p>
  );
}
