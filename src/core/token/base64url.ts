import { type Base64urlFault, type Base64urlReading, decodeByHand } from './base64urlByHand';
import { decodeNatively, hasUnusedBits } from './strictBase64url';

export type { Base64urlFault, Base64urlReading } from './base64urlByHand';

/** Browsers have it (Chrome 140, Firefox 142); Node 20, where the tests run, does not. */
type NativeBytes = Uint8Array & {
  toBase64?: (options: { alphabet: 'base64url'; omitPadding: true }) => string;
};

/**
 * Decodes strict base64url without padding (RFC 4648 section 5, RFC 7515 section 2).
 * Never throws: whatever is wrong becomes a fault with its offset in `text`, and `bytes` is the best that can be had:
 * white space and padding are stepped over, `+` and `/` count as `-` and `_`, a foreign character stands for six zero
 * bits so that what follows it stays readable.
 */
export function decodeBase64url(text: string): Base64urlReading {
  const bytes = decodeNatively(text);
  if (!bytes) return decodeByHand(text);
  const faults: Base64urlFault[] = hasUnusedBits(text)
    ? [{ code: 'base64-trailing-bits', at: text.length - 1 }]
    : [];
  return { bytes, faults, skipped: [] };
}

/** Encodes bytes as base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const native = (bytes as NativeBytes).toBase64;
  return native ? native.call(bytes, { alphabet: 'base64url', omitPadding: true }) : encodeByHand(bytes);
}

/** The reference that the native encoder must equal. */
export function encodeByHand(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x2000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** True when `fault` is one that a reader may step over: the bytes are certain all the same. */
export function isTolerable(fault: Base64urlFault): boolean {
  return fault.code === 'base64-padding' || fault.code === 'base64-trailing-bits';
}
