import type { Key } from '../../key/key';

/** Why an encrypted token can't be opened, whatever the key. */
export const cannotCodes = [
  'not-encrypted',
  'header-broken',
  'alg-missing',
  'alg-unsupported',
  'rsa1-5',
  'enc-unsupported',
  'crit-malformed',
  'crit-unknown',
  'encoding',
  'iv-length',
  'tag-length',
  'encrypted-key-unexpected',
  'encrypted-key-missing',
  'wrap-parameters',
  'p2c-malformed',
  'p2c-too-high',
  'p2s-malformed',
  'epk-malformed',
  'zip-unsupported',
  'zip-too-big',
  'zip-broken',
  'needs-secret',
  'needs-rsa',
  'needs-curve',
  'needs-private',
  'wrong-curve',
  'key-size',
  'key-alg',
  'key-use',
  'key-refused',
] as const;
export type CannotCode = (typeof cannotCodes)[number];

export interface Cannot {
  state: 'cannot';
  code: CannotCode;
  values: readonly string[];
}

/** Why opening failed: at the wrapped content key, or at the content itself. */
export const wrongKeyCodes = ['key-not-unwrapped', 'content-not-opened'] as const;
export type WrongKeyCode = (typeof wrongKeyCodes)[number];

/** What came of opening an encrypted token. Decrypted is not verified: with a public key anyone can encrypt. */
export type Decryption =
  | { state: 'decrypted'; key: Key; alg: string; enc: string; plaintext: Uint8Array; inflated: boolean }
  | { state: 'wrong-key'; code: WrongKeyCode; tried: readonly Key[] }
  | Cannot
  | { state: 'no-key'; alg: string };

export function cannot(code: CannotCode, ...values: readonly string[]): Cannot {
  return { state: 'cannot', code, values };
}
