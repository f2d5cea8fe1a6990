import type { SignatureVerdict } from '../../core/verify/verify';
import type { IconName } from '../icons';
import type { MessageKey } from '../say';
import type { Tone } from '../tone';

/** How one answer about a signature looks and is called. */
export interface SignatureLook {
  tone: Tone;
  icon: IconName;
  headline: MessageKey;
  /** The whole answer in words, for lists and the live status. */
  status: MessageKey;
}

const checking: SignatureLook = {
  tone: 'soft',
  icon: 'key',
  headline: 'signature_head_checking',
  status: 'status_checking',
};

const looks: Readonly<Record<SignatureVerdict['state'], SignatureLook>> = {
  verified: { tone: 'ok', icon: 'verified', headline: 'signature_head_verified', status: 'status_verified' },
  wrong: { tone: 'bad', icon: 'wrong', headline: 'signature_head_wrong', status: 'status_wrong' },
  unchecked: { tone: 'warn', icon: 'info', headline: 'signature_head_unchecked', status: 'status_unchecked' },
  'no-key': { tone: 'soft', icon: 'key', headline: 'signature_head_no_key', status: 'status_no_key' },
};

/** The look of an answer; an absent one is still being worked out. */
export function signatureLook(verdict: SignatureVerdict | undefined): SignatureLook {
  return verdict ? looks[verdict.state] : checking;
}
