import { type PartName, partOf, type Token } from '../token/token';
import { compareJson, type JsonComparison } from './compareJson';

/** What is said of the header or the payload of two tokens. */
export type PartComparison =
  /** The same bytes. */
  | { state: 'identical' }
  /** The same meaning, written differently. */
  | ({ state: 'same' } & JsonComparison)
  | ({ state: 'different' } & JsonComparison)
  /** Not both are JSON, or one token has no such part: then there is nothing but the bytes to compare. */
  | { state: 'unlike' }
  | { state: 'absent' };

export type SignatureComparison = 'same' | 'different' | 'one-missing' | 'both-missing';

export interface TokenComparison {
  /** The same text, character for character. */
  identical: boolean;
  header: PartComparison;
  payload: PartComparison;
  signature: SignatureComparison;
}

/** Compares what two tokens say (the lossless reading, so big numbers and names that stand twice are exact). */
export function compareTokens(before: Token, after: Token): TokenComparison {
  return {
    identical: before.text === after.text,
    header: compareParts(before, after, 'header'),
    payload: compareParts(before, after, 'payload'),
    signature: compareSignatures(before, after),
  };
}

function compareParts(before: Token, after: Token, name: PartName): PartComparison {
  const [one, other] = [partOf(before, name), partOf(after, name)];
  if (!one && !other) return { state: 'absent' };
  if (one && other && sameBytes(one.bytes, other.bytes)) return { state: 'identical' };
  if (one?.json === undefined || other?.json === undefined) return { state: 'unlike' };
  const comparison = compareJson(
    { text: one.text ?? '', root: one.json },
    { text: other.text ?? '', root: other.json },
  );
  return { state: comparison.differences.length > 0 ? 'different' : 'same', ...comparison };
}

function compareSignatures(before: Token, after: Token): SignatureComparison {
  const [one, other] = [before, after].map((token) => {
    const bytes = partOf(token, 'signature')?.bytes;
    return bytes && bytes.length > 0 ? bytes : undefined;
  });
  if (!one && !other) return 'both-missing';
  if (!one || !other) return 'one-missing';
  return sameBytes(one, other) ? 'same' : 'different';
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
