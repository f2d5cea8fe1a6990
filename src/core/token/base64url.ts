import {
  type Base64urlFault,
  type Base64urlReading,
  decodeByHand,
  trailingBitsFault,
} from './base64urlByHand';

export type { Base64urlFault, Base64urlReading } from './base64urlByHand';

/** Browsers have these (Chrome 140, Firefox 142); Node 20, where the tests run, does not. */
type Native = typeof Uint8Array & {
  fromBase64?: (text: string, options: { alphabet: 'base64url' }) => Uint8Array<ArrayBuffer>;
};
type NativeBytes = Uint8Array & {
  toBase64?: (options: { alphabet: 'base64url'; omitPadding: true }) => string;
};

const onlyAlphabet = /^[\w-]*$/;

/**
 * Decodes strict base64url without padding (RFC 4648 section 5, RFC 7515 section 2).
 * Never throws: whatever is wrong becomes a fault with its offset in `text`, and `bytes` is the best that can be had:
 * white space and padding are stepped over, `+` and `/` count as `-` and `_`, a foreign character stands for six zero
 * bits so that what follows it stays readable.
 */
export function decodeBase64url(text: string): Base64urlReading {
  const bytes = decodeNatively(text);
  if (!bytes) return decodeByHand(text);
  const fault = trailingBitsFault(text);
  return { bytes, faults: fault ? [fault] : [], skipped: [] };
}

/**
 * The platform's decoder refuses foreign characters, but steps over white space and padding: then it gives fewer bytes
 * than so many characters stand for. Undefined where there is none, or something is wrong with the text.
 */
function decodeNatively(text: string): Uint8Array<ArrayBuffer> | undefined {
  const native = (Uint8Array as Native).fromBase64;
  if (native === undefined || text.length % 4 === 1) return undefined;
  try {
    const bytes = native.call(Uint8Array, text, { alphabet: 'base64url' });
    return bytes.length === Math.floor((text.length * 3) / 4) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** True when there is nothing to say against the text: decoding it would give no fault. */
export function isBase64url(text: string): boolean {
  return text.length % 4 !== 1 && onlyAlphabet.test(text) && trailingBitsFault(text) === undefined;
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
