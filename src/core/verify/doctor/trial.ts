import type { Key } from '../../key/key';
import type { Algorithm } from '../algorithms';
import { checkerOf } from '../checkers';
import type { Signed } from '../signed';

/** What turned out to be the matter, when a trial fits. Each has a sentence that names the fix. */
export const remedyCodes = [
  'secret-encoding',
  'secret-lenient-base64',
  'secret-trimmed',
  'secret-newline',
  'secret-unquoted',
  'secret-unescaped',
  'secret-percent',
  'secret-prefix',
  'secret-comment',
  'secret-latin1',
  'key-as-secret',
  'other-algorithm',
  'pss-salt',
  'key-restriction',
  'signature-der',
  'signature-twice-encoded',
  'signature-cut',
  'encoding-repaired',
  'payload-rewritten',
  'altered-header',
  'altered-payload',
  'altered-signature',
  'twin-header',
  'twin-payload',
  'twin-signature',
] as const;
export type RemedyCode = (typeof remedyCodes)[number];

/** What to change, with the values of its sentence. */
export interface Remedy {
  code: RemedyCode;
  values: readonly string[];
}

/** What was tried, in groups that people understand. */
export const examinationCodes = [
  'secret',
  'key-as-secret',
  'algorithm',
  'key-restriction',
  'signature',
  'encoding',
  'payload',
  'altered-header',
  'altered-payload',
] as const;
export type ExaminationCode = (typeof examinationCodes)[number];

/** One guess: this key and algorithm, these bytes. */
export interface Trial {
  code: RemedyCode;
  values: readonly string[];
  key: Key;
  row: Algorithm;
  signature: Uint8Array<ArrayBuffer>;
  input: Uint8Array<ArrayBuffer>;
}

/** What the doctor knows of the patient. */
export interface Patient {
  signed: Signed;
  /** The keys that the text reads as; none when it can't be read. */
  keys: readonly Key[];
  keyText: string;
}

/** True when the guess is right: a signature of the right length that verifies. */
export async function fits({ key, row, signature, input }: Trial): Promise<boolean> {
  if (signature.length !== (row.signatureBytes ?? Math.ceil(key.bits / 8))) return false;
  const check = await checkerOf(key, row);
  return check ? check(signature, input) : false;
}
