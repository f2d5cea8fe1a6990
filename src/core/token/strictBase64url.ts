/*
 * Strict base64url without padding (RFC 4648 section 5, RFC 7515 section 2), for texts with which nothing is wrong; what
 * is wrong with another, base64url.ts tells.
 */

/** The character of each value. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const onlyAlphabet = /^[\w-]*$/;

/** Browsers have it (Chrome 140, Firefox 142); Node 20, where the tests run, does not. */
type Native = typeof Uint8Array & {
  fromBase64?: (text: string, options: { alphabet: 'base64url' }) => Uint8Array<ArrayBuffer>;
};

/** Whether bits that stand for nothing are set in the last character (RFC 4648 section 3.5); `text` holds only the alphabet. */
export function hasUnusedBits(text: string): boolean {
  const unused = [0, 0, 15, 3][text.length % 4] ?? 0;
  return unused > 0 && (alphabet.indexOf(text.charAt(text.length - 1)) & unused) > 0;
}

/** True when there is nothing to say against the text: decoding it would give no fault. */
export function isBase64url(text: string): boolean {
  return text.length % 4 !== 1 && onlyAlphabet.test(text) && !hasUnusedBits(text);
}

/**
 * The platform's decoder refuses foreign characters, but steps over white space and padding: then it gives fewer bytes
 * than so many characters stand for. Undefined where there is none, or something but unused bits is wrong with the text.
 */
export function decodeNatively(text: string): Uint8Array<ArrayBuffer> | undefined {
  const native = (Uint8Array as Native).fromBase64;
  if (native === undefined || text.length % 4 === 1) return undefined;
  try {
    const bytes = native.call(Uint8Array, text, { alphabet: 'base64url' });
    return bytes.length === Math.floor((text.length * 3) / 4) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a text; undefined where there is anything to say against it. */
export function decodeStrictly(text: string): Uint8Array<ArrayBuffer> | undefined {
  if ('fromBase64' in Uint8Array) return hasUnusedBits(text) ? undefined : decodeNatively(text);
  if (!isBase64url(text)) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
