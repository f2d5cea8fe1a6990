import { decodeBase64url, encodeBase64url } from '../token/base64url';

/**
 * Decodes standard base64 (RFC 4648 section 4), padded or not, on one line.
 * Returns undefined when it holds a foreign character, wrong padding or an impossible length.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  if (text.endsWith('=') && text.length % 4 !== 0) return undefined;
  return decodeStrict(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
}

/** Encodes bytes as standard base64, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Decodes base64url without padding (RFC 7515 section 2); undefined when it is not exactly that. */
export function decodeStrict(text: string): Uint8Array<ArrayBuffer> | undefined {
  const { bytes, faults } = decodeBase64url(text);
  return faults.length === 0 ? new Uint8Array(bytes) : undefined;
}
