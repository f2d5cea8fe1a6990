import { useComputed } from '@preact/signals';
import type { SignatureVerdict } from '../../core/verify/verify';
import { lifetimeOf } from '../model/lifetimes';
import { useModel } from '../model/model';
import { signatureLook } from './signatureLook';

/** Speaks when the signature's or the time's verdict changes, and never because time goes by. */
export function VerdictStatus({ signature }: { signature: SignatureVerdict | undefined }) {
  const { surroundings, selection, language } = useModel();
  const state = useComputed(() => lifetimeOf(selection.times.value, surroundings).state);
  const text = signature
    ? `${language.say(signatureLook(signature).status)} ${language.code('status', state.value)}`
    : '';
  return (
    <p role="status" class="unseen">
      {text}
    </p>
  );
}
