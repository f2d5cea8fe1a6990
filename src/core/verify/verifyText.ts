import type { Key } from '../key/key';
import { readToken } from '../token/read';
import type { SignatureVerdict } from './outcome';
import { quickSigned } from './quickSigned';
import { readSigned } from './signed';
import { type Answers, type Signatures, verifySignatures } from './verify';

/** The signatures of a token's text; of a plain compact one without reading its payload. */
export function signaturesIn(text: string): Signatures {
  const signed = quickSigned(text);
  return signed ? [signed] : readSigned(readToken(text));
}

/** Checks a token's signature against keys; what `answers` holds already is not worked out again. */
export function verifyText(text: string, keys: readonly Key[], answers?: Answers): Promise<SignatureVerdict> {
  return verifySignatures(signaturesIn(text), keys, answers);
}
