import { readJson } from '../../token/json';
import type { Part } from '../../token/token';
import { decodeUtf8 } from '../../token/utf8';

/** Decrypted bytes, read as far as they can be, in the shape of a token's part. */
export function decryptedPart(plaintext: Uint8Array): Part {
  const bytes = new Uint8Array(plaintext);
  const part: Part = { name: 'payload', span: { start: 0, end: 0 }, bytes };
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) return part;
  const { root, valid } = readJson(decoded.text);
  return { ...part, text: decoded.text, ...(root && valid && { json: root }) };
}
