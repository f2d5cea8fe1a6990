import { decodeBase64url } from './base64url';
import { looksCompact } from './joseHeader';
import { readForm } from './readForm';
import type { Fault, Token } from './token';
import { decodeUtf8 } from './utf8';

/** What happens to tokens on their way; each has a sentence under `fault_` + code. */
export const causeCodes = [
  'cause-space-around',
  'cause-quotes',
  'cause-python-bytes',
  'cause-scheme',
  'cause-scheme-twice',
  'cause-punctuation',
  'cause-url-escaped',
  'cause-wrapped',
  'cause-other-dots',
  'cause-standard-alphabet',
  'cause-wrong-padding',
  'cause-encoded-twice',
  'cause-shortened',
  'cause-cut-off',
] as const;

export type CauseCode = (typeof causeCodes)[number];

interface Cause {
  code: CauseCode;
  /** The text without it; the same text when this is not what happened. */
  undo(text: string): string;
}

const scheme = /^(?:authorization\s*[:=]\s*)?(?:(?:bearer|jwt|token|dpop)\s+)+/i;

/** In the order in which they are taken off, the outermost first. */
const causes: readonly Cause[] = [
  { code: 'cause-space-around', undo: (text) => text.trim() },
  { code: 'cause-quotes', undo: (text) => text.replace(/^["'`“‘«](.*)["'`”’»]$/s, '$1') },
  { code: 'cause-python-bytes', undo: (text) => text.replace(/^b(['"])(.*)\1$/s, '$2') },
  {
    code: 'cause-scheme-twice',
    undo: (text) => text.replace(/^(?:authorization\s*[:=]\s*)?(?:bearer\s+){2,}/i, ''),
  },
  { code: 'cause-scheme', undo: (text) => text.replace(scheme, '') },
  { code: 'cause-punctuation', undo: (text) => text.replace(/[.,;:!?]+$/, '') },
  { code: 'cause-url-escaped', undo: unescapePercents },
  {
    code: 'cause-wrapped',
    undo: (text) => text.replace(/=?\r?\n[>\s]*|[\s\u00ad\u200b-\u200d\u2060\ufeff]+|\\(?=\n|$)/g, ''),
  },
  { code: 'cause-other-dots', undo: (text) => text.replace(/[\uff0e\u3002\u2024]/g, '.') },
  { code: 'cause-standard-alphabet', undo: (text) => text.replaceAll('+', '-').replaceAll('/', '_') },
  { code: 'cause-wrong-padding', undo: (text) => text.replace(/=+(?=\.|$)/g, '') },
  { code: 'cause-encoded-twice', undo: decodeOnce },
];

/** A longer text is not worth the many tries. */
const longest = 1_000_000;

/** A token as it probably was, and what was done to it, the outermost first. */
export interface Mended {
  text: string;
  causes: readonly CauseCode[];
}

/** The token that a damaged text probably was; undefined when no likely cause leads to one, or when it is one. */
export function mendToken(text: string): Mended | undefined {
  if (text.length > longest || readForm(text).valid) return undefined;
  let mended = text;
  const found: CauseCode[] = [];
  for (const { code, undo } of causes) {
    const without = undo(mended);
    if (without === mended) continue;
    mended = without;
    found.push(code);
    if (readForm(mended).valid) return { text: mended, causes: found };
  }
  return undefined;
}

/** The likely causes of a text's being no token, as faults. */
export function causesOf(token: Token): Fault[] {
  const mended = mendToken(token.text);
  const codes = mended ? mended.causes : guesses(token);
  return codes.map((code) => ({ code, at: 0 }));
}

/** What cannot be undone: characters are gone. */
function guesses({ text, faults }: Token): CauseCode[] {
  if (/[\w-]{3}(?:\.{3}(?!\.)|…|\*{3})/.test(text)) return ['cause-shortened'];
  const ends = faults.some(
    ({ code }) =>
      code === 'two-parts' || code === 'json-unexpected-end' || code === 'json-unterminated-string',
  );
  return ends && /^e[yw][\w-]+/.test(text) ? ['cause-cut-off'] : [];
}

/** Undoes percent escapes of what a token consists of, also when they were escaped again. */
function unescapePercents(text: string): string {
  return text.replace(/%(?:25)*([2-7][\da-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The token of which the text is the base64. */
function decodeOnce(text: string): string {
  if (text.includes('.')) return text;
  const decoded = decodeUtf8(decodeBase64url(text.replace(/=+$/, '')).bytes);
  return 'text' in decoded && looksCompact(decoded.text) ? decoded.text : text;
}
