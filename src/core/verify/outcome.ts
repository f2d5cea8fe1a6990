import type { Key } from '../key/key';

/** Why a signature can't be checked. Whether it is good is then unknown: never "wrong", never "verified". */
export const uncheckedCodes = [
  'not-a-token',
  'encrypted',
  'header-broken',
  'alg-none',
  'alg-missing',
  'alg-malformed',
  'alg-unsupported',
  'crit-malformed',
  'crit-unknown',
  'b64-malformed',
  'b64-not-critical',
  'encoding',
  'payload-detached',
  'needs-secret',
  'needs-rsa',
  'needs-ec',
  'needs-okp',
  'needs-akp',
  'wrong-curve',
  'key-alg',
  'key-use',
  'key-too-short',
  'key-refused',
  'key-carried',
  'kid-not-found',
] as const;
export type UncheckedCode = (typeof uncheckedCodes)[number];

export interface Unchecked {
  state: 'unchecked';
  code: UncheckedCode;
  values: readonly string[];
}

/** What can be said about a signature that does not match, beyond that. */
export const wrongCodes = [
  'no-match',
  'signature-empty',
  'signature-length',
  'signature-zero',
  'payload-empty',
  'kid-differs',
] as const;
export type WrongCode = (typeof wrongCodes)[number];

/**
 * How the key that verified was found: the token names it, by its own name, by its thumbprint (RFC 7638) or by the
 * digest of its certificate (RFC 7515 section 4.1.8); it is kept for the origin that the token goes to; it was the only
 * one that could serve; or all that could were tried. With `other-kid` it was tried too, and the token asks for a key of
 * another name.
 */
export const choices = ['kid', 'thumbprint', 'certificate', 'origin', 'only', 'tried', 'other-kid'] as const;
export type ChosenBy = (typeof choices)[number];

/** The answer about a signature. It says nothing of time, expectations or trust. */
export type SignatureVerdict =
  | { state: 'verified'; key: Key; alg: string; chosenBy: ChosenBy }
  | { state: 'wrong'; tried: readonly Key[]; code: WrongCode; values: readonly string[] }
  | Unchecked
  | { state: 'no-key'; alg: string };

export function unchecked(code: UncheckedCode, ...values: readonly string[]): Unchecked {
  return { state: 'unchecked', code, values };
}
