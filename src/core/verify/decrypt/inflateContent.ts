import { inflate } from '../../token/inflate';
import { type Cannot, cannot } from './decryption';

/** What a compressed content may grow to, in bytes, as RFC 8725's successor suggests: a bomb stays a bomb. */
export const mostInflatedBytes = 250_000;

/** Undoes "zip": "DEF" (RFC 7516 section 4.1.3, RFC 1951). What is too big or damaged is refused as a whole. */
export async function inflateContent(compressed: Uint8Array): Promise<Uint8Array | Cannot> {
  const { bytes, end } = await inflate(new Uint8Array(compressed), 'deflate-raw', mostInflatedBytes);
  if (end === 'too-big') return cannot('zip-too-big', `${mostInflatedBytes}`);
  return end === 'broken' ? cannot('zip-broken') : bytes;
}
