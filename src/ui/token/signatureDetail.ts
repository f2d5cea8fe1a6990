import type { Key, SecretEncoding } from '../../core/key/key';
import type { SignatureVerdict } from '../../core/verify/verify';
import { keyText } from '../input/keyText';
import type { Language } from '../language';

/** What a verified signature rests on: the algorithm, and the key or how the secret was read. */
function basisOf(key: Key, alg: string, encoding: SecretEncoding | undefined, language: Language): string {
  if (key.kind !== 'secret')
    return language.say('signature_brief_verified_key', [alg, keyText(key, language)]);
  if (!encoding) return alg;
  return language.say('signature_brief_verified_secret', [alg, language.code('encoding', encoding)]);
}

/** The answer about a signature in a few words more than its headline. `encoding` is that of the secret. */
export function signatureDetail(
  verdict: SignatureVerdict,
  encoding: SecretEncoding | undefined,
  language: Language,
): string {
  if (verdict.state === 'verified') return basisOf(verdict.key, verdict.alg, encoding, language);
  if (verdict.state === 'no-key') return language.say('signature_brief_no_key', [verdict.alg]);
  return language.code('signature_brief', verdict.state);
}
