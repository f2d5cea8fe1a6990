import { encodeBase64url } from '../token/base64url';

/** Bytes that nobody can foretell. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** An identifier of 128 random bits, base64url (RFC 7519 section 4.1.7 asks for no more than being unique). */
export function randomId(): string {
  return encodeBase64url(randomBytes(16));
}
