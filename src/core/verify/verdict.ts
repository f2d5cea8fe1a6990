import type { Lifetime } from '../token/lifetime';
import type { ExpectationsVerdict } from './expectations';
import type { SignatureVerdict } from './outcome';
import type { Trust } from './trust';

/** What is said of a token: four separate answers, never mixed into one. */
export interface Verdict {
  signature: SignatureVerdict;
  time: Lifetime;
  expectations: ExpectationsVerdict;
  trust: Trust;
}
