import type { Key } from '../key/key';
import { readJson } from '../token/json';
import { tokenIn } from '../token/layers';
import { processSdJwt } from '../token/sdJwt';
import { partOf, type Token } from '../token/token';
import { decryptToken } from '../verify/decrypt/decrypt';
import { decryptedPart } from '../verify/decrypt/decryptedPart';
import type { Content } from './content';

/** What a token says to its recipient; undefined where that is its payload as it stands, or where it can't be known. */
export async function contentOf(token: Token, keys: readonly Key[]): Promise<Content | undefined> {
  if (token.form === 'jwe-compact' || token.form === 'jwe-json') return decrypted(token, keys);
  return token.parts.some(({ name }) => name === 'disclosure') ? processed(token) : undefined;
}

async function processed(token: Token): Promise<Content | undefined> {
  const { processed: text } = await processSdJwt(token);
  const raw = partOf(token, 'payload');
  if (text === undefined || !raw) return undefined;
  const { root } = readJson(text);
  const payload = { ...raw, text, bytes: new TextEncoder().encode(text), ...(root && { json: root }) };
  return { how: 'processed', payload };
}

/** A token that was encrypted counts by what it says in turn. */
async function decrypted(token: Token, keys: readonly Key[]): Promise<Content | undefined> {
  const opened = await decryptToken(token, keys);
  if (opened.state !== 'decrypted') return undefined;
  const part = decryptedPart(opened.plaintext);
  const inner = tokenIn(part.text);
  const payload = inner && ((await contentOf(inner, keys))?.payload ?? partOf(inner, 'payload'));
  return { how: 'decrypted', payload: payload ?? part };
}
