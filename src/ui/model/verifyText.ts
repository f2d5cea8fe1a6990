import type { Key } from '../../core/key/key';
import { readToken } from '../../core/token/read';
import { type SignatureVerdict, verifySignature } from '../../core/verify/verify';

/** Reads a token and checks its signature. */
export function verifyText(text: string, keys: readonly Key[]): Promise<SignatureVerdict> {
  return verifySignature(readToken(text), keys);
}
