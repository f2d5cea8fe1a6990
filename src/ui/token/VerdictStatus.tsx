import { timesOf } from '../../core/token/lifetime';
import type { Token } from '../../core/token/token';
import type { SignatureVerdict } from '../../core/verify/verify';
import { lifetimeOf } from '../model/lifetimes';
import { useModel } from '../model/model';
import { signatureLook } from './signatureLook';
import { timeLook } from './timeLook';

interface Props {
  token: Token;
  signature: SignatureVerdict | undefined;
}

/** Speaks when the signature's or the time's verdict changes, and never because time goes by. */
export function VerdictStatus({ token, signature }: Props) {
  const { surroundings, language } = useModel();
  const times = timesOf(token);
  const { status: time } = timeLook(lifetimeOf(times, surroundings));
  const text = signature ? `${language.say(signatureLook(signature).status)} ${language.say(time)}` : '';
  return (
    <p role="status" class="unseen">
      {text}
    </p>
  );
}
