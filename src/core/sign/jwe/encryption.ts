import type { Key } from '../../key/key';

/** Why something was not encrypted. Each has a sentence under `encrypt_` + code. */
export const encryptRefusals = [
  'header-json',
  'header-not-object',
  'lone-surrogate',
  'alg-missing',
  'alg-unsupported',
  'enc-missing',
  'enc-unsupported',
  'zip-unsupported',
  'p2c-too-high',
  'no-key',
  'needs-secret',
  'needs-rsa',
  'needs-curve',
  'key-use',
  'key-alg',
  'key-size',
  'key-refused',
] as const;
export type EncryptRefusalCode = (typeof encryptRefusals)[number];

export interface NotEncrypted {
  state: 'refused';
  code: EncryptRefusalCode;
  values: readonly string[];
}

export interface Encrypted {
  state: 'encrypted';
  token: string;
  /** The header as it was written, with what the encryption added at its end. */
  header: string;
  alg: string;
  enc: string;
  key: Key;
}

export type Encryption = Encrypted | NotEncrypted;

export function notEncrypted(code: EncryptRefusalCode, ...values: readonly string[]): NotEncrypted {
  return { state: 'refused', code, values };
}
