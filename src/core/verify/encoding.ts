import type { SecretEncoding } from '../key/key';
import { readKeys } from '../key/readKeys';
import { sensibleEncodings } from '../key/secret';
import type { Token } from '../token/token';
import { verifySignature } from './verify';

/**
 * The encoding in which a secret's text verifies a token: what to preselect when both are at hand.
 * Undefined when it verifies in none, or is no secret.
 */
export async function fittingEncoding(token: Token, text: string): Promise<SecretEncoding | undefined> {
  const plain = readKeys(text);
  if (!plain.ok || plain.format !== 'secret') return undefined;
  for (const encoding of sensibleEncodings(text)) {
    const reading = readKeys(text, encoding);
    const verdict = reading.ok ? await verifySignature(token, reading.keys) : undefined;
    if (verdict?.state === 'verified') return encoding;
  }
  return undefined;
}
