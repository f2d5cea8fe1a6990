import { readCompact } from './form/compact';
import { readJsonForm } from './form/json';
import { readSdJwt } from './form/sdJwt';
import type { Token } from './token';

/**
 * Reads a text as the form of token that it most resembles. Never throws; what can be read is there even when the text
 * is no token, and every fault names its part and place.
 */
export function readForm(text: string): Token {
  if (text === '')
    return { text, form: 'jws-compact', valid: false, parts: [], faults: [{ code: 'empty', at: 0 }] };
  if (/^\s*\{/.test(text)) return readJsonForm(text);
  if (text.includes('~')) return readSdJwt(text);
  const { encrypted, ...reading } = readCompact(text, { start: 0, end: text.length });
  return { text, form: encrypted ? 'jwe-compact' : 'jws-compact', ...reading };
}
