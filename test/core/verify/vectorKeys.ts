import type { Key, KeyReading, SecretEncoding } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';

/** A key as the shared vectors write it. */
export interface VectorKey {
  format: 'jwk' | 'jwks' | 'pem' | 'der' | 'openssh' | 'secret' | 'text';
  encoding?: 'utf8' | 'base64url' | 'base64' | 'hex';
  value: unknown;
}

const encodings: Readonly<Record<string, SecretEncoding>> = {
  utf8: 'text',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
};

/** What the key box would make of a vector's key, pasted. */
export function readVectorKey({ format, encoding = 'utf8', value }: VectorKey): KeyReading {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return format === 'secret' ? readKeys(text, encodings[encoding]) : readKeys(text);
}

/** The keys of a vector; none when it has no key or one that can't be read. */
export function vectorKeys(key: unknown): readonly Key[] {
  const reading = key ? readVectorKey(key as VectorKey) : undefined;
  return reading?.ok ? reading.keys : [];
}
