import type { Key } from '../../core/key/key';
import type { ChosenBy, Unchecked, UncheckedCode } from '../../core/verify/outcome';
import type { SignatureVerdict } from '../../core/verify/verify';
import { keyText } from '../input/keyText';
import type { Language } from '../language';
import type { KeyOrigin } from '../model/keys';

/** What a verified signature rests on: the algorithm, and the key by its name, by its kind or by how it was read. */
function basisOf(key: Key, alg: string, { name, encoding }: KeyOrigin, language: Language): string {
  if (name !== undefined) return language.say('signature_brief_verified_named', [alg, name]);
  if (key.kind !== 'secret')
    return language.say('signature_brief_verified_key', [alg, keyText(key, language)]);
  if (!encoding) return alg;
  return language.say('signature_brief_verified_secret', [alg, language.code('encoding', encoding)]);
}

/** The answer about a signature in a few words more than its headline. `originOf` tells of the key that verified. */
export function signatureDetail(
  verdict: SignatureVerdict,
  originOf: (key: Key) => KeyOrigin,
  language: Language,
): string {
  if (verdict.state === 'verified') return basisOf(verdict.key, verdict.alg, originOf(verdict.key), language);
  if (verdict.state === 'no-key') return language.say('signature_brief_no_key', [verdict.alg]);
  if (verdict.state === 'unchecked') return reasonOf(verdict, language);
  return language.code('signature_brief', verdict.state);
}

/** The reasons that few words can tell. The first value of the sentence names the algorithm. */
const briefReasons: Partial<Record<UncheckedCode, string>> = {
  'alg-none': 'alg-none',
  'alg-unsupported': 'alg-unsupported',
  encrypted: 'encrypted',
  'not-a-token': 'broken',
  encoding: 'broken',
  'payload-detached': 'payload-detached',
  'needs-secret': 'key-unfit',
  'needs-rsa': 'key-unfit',
  'needs-ec': 'key-unfit',
  'needs-okp': 'key-unfit',
  'needs-akp': 'key-unfit',
  'wrong-curve': 'key-unfit',
  'key-alg': 'key-unfit',
};

const reasonOf = ({ code, values }: Unchecked, language: Language): string =>
  language.code('signature_brief', briefReasons[code] ?? 'unchecked', values);

/** How the key was found that verified; undefined where there was no choice. */
export function choiceOf(verdict: SignatureVerdict, keys: readonly Key[]): ChosenBy | undefined {
  if (verdict.state !== 'verified') return undefined;
  return verdict.chosenBy !== 'only' || keys.length > 1 ? verdict.chosenBy : undefined;
}
