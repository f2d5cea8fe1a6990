import { decodeUtf8 } from '../token/utf8';
import { encodeBase64 } from './base64';
import { pemOf } from './convert';
import { octetsOf, readDer } from './der';
import type { Key, KeyFormat, SecretEncoding } from './key';
import { readDerKey } from './pemKeys';

/** A file's key as text, so that it can be shown, kept and read again like one that was pasted. */
export interface KeyFileText {
  text: string;
  /** Of a secret that is no text. */
  encoding?: SecretEncoding;
}

/** Larger files are no keys. Bytes. */
export const longestKeyFile = 1_000_000;

const labels: Partial<Record<KeyFormat, (key: Key) => string>> = {
  spki: () => 'PUBLIC KEY',
  pkcs8: () => 'PRIVATE KEY',
  pkcs1: (key) => (key.private ? 'RSA PRIVATE KEY' : 'RSA PUBLIC KEY'),
  sec1: () => 'EC PRIVATE KEY',
  x509: () => 'CERTIFICATE',
};

/** What a file holds: DER as PEM, text as it stands, other bytes as a secret in base64. Undefined for one too large. */
export function keyFileText(bytes: Uint8Array): KeyFileText | undefined {
  if (bytes.length > longestKeyFile) return undefined;
  return derText(bytes) ?? plainText(bytes) ?? { text: encodeBase64(bytes), encoding: 'base64' };
}

function derText(bytes: Uint8Array): KeyFileText | undefined {
  const key = readDerKey(bytes, 'yours');
  const label = key ? labels[key.format]?.(key) : sealedLabel(bytes);
  return label === undefined ? undefined : { text: pemOf(label, bytes) };
}

/** EncryptedPrivateKeyInfo (RFC 5958 section 3): an algorithm, and what it has sealed. */
function sealedLabel(bytes: Uint8Array): string | undefined {
  const der = readDer(bytes);
  const [algorithm, sealed, ...rest] = der.ok ? der.value.children : [];
  const isSealed = algorithm !== undefined && algorithm.children.length > 0 && octetsOf(sealed) !== undefined;
  return isSealed && rest.length === 0 ? 'ENCRYPTED PRIVATE KEY' : undefined;
}

/** Windows tools write UTF-16, or a mark before UTF-8: neither belongs to the key. */
function plainText(bytes: Uint8Array): KeyFileText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  const decoded = decodeUtf8(bytes);
  return 'text' in decoded ? { text: decoded.text.replace(/^\ufeff/, '') } : undefined;
}
