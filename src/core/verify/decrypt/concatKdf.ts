import { joinBytes } from '../../key/joinBytes';
import type { Content } from './content';
import type { Management } from './management';

/** What both sides of an agreement know beside the shared secret. */
export interface Agreement {
  alg: string;
  enc: string;
  management: Pick<Management, 'direct' | 'wrapBytes'>;
  content: Pick<Content, 'keyBytes'>;
  /** PartyUInfo and PartyVInfo; empty where the header has none. */
  apu: Uint8Array;
  apv: Uint8Array;
}

/** The key that a shared secret leads to: the Concat KDF (RFC 7518 section 4.6.2, NIST SP 800-56A section 5.8.1). */
export async function concatKdf(
  shared: Uint8Array,
  { alg, enc, management, content, apu, apv }: Agreement,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = management.direct ? content.keyBytes : (management.wrapBytes ?? 0);
  const name = new TextEncoder().encode(management.direct ? enc : alg);
  const info = joinBytes(withLength(name), withLength(apu), withLength(apv), number(8 * length));
  let derived = new Uint8Array();
  for (let round = 1; derived.length < length; round++) {
    const hash = await crypto.subtle.digest('SHA-256', joinBytes(number(round), shared, info));
    derived = joinBytes(derived, new Uint8Array(hash));
  }
  return derived.slice(0, length);
}

function withLength(bytes: Uint8Array): Uint8Array {
  return joinBytes(number(bytes.length), bytes);
}

/** 32 bits, the highest first. */
function number(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
