import type { Key } from '../../key/key';

/** Why something was not signed. Each has a sentence under `sign_` + code. */
export const refusals = [
  'header-json',
  'header-not-object',
  'payload-json',
  'payload-dot',
  'payload-not-object',
  'no-such-claim',
  'name-forbidden',
  'lone-surrogate',
  'alg-missing',
  'alg-malformed',
  'alg-unsupported',
  'unsecured-not-asked',
  'b64-malformed',
  'b64-not-critical',
  'no-key',
  'needs-secret',
  'needs-rsa',
  'needs-ec',
  'needs-okp',
  'needs-akp',
  'wrong-curve',
  'key-public',
  'key-use',
  'key-alg',
  'key-refused',
] as const;
export type RefusalCode = (typeof refusals)[number];

/** What is worth knowing about a token that was signed all the same. Each has a sentence under `sign_warning_` + code. */
export const warnings = [
  'unsecured',
  'header-duplicate',
  'payload-duplicate',
  'payload-not-object',
  'crit-unknown',
  'crit-malformed',
  'short-secret',
  'short-rsa',
] as const;
export type WarningCode = (typeof warnings)[number];

export interface Warning {
  code: WarningCode;
  values: readonly string[];
}

export interface Refused {
  state: 'refused';
  code: RefusalCode;
  values: readonly string[];
}

/** `key` is absent where the token is unsecured on purpose. */
export interface Signed {
  state: 'signed';
  token: string;
  alg: string;
  key?: Key;
  warnings: readonly Warning[];
}

export type Signing = Signed | Refused;

export function refused(code: RefusalCode, ...values: readonly string[]): Refused {
  return { state: 'refused', code, values };
}
