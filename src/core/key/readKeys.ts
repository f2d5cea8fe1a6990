import { readJson } from '../token/json';
import { decodeUtf8 } from '../token/utf8';
import { decodeBase64 } from './base64';
import { readJwkText } from './jwks';
import { bad, type KeyReading, type KeySource, type SecretEncoding } from './key';
import { looksLikeOpenssh, readOpensshKeys } from './openssh';
import { looksLikePem } from './pem';
import { readDerKey, readPemKeys } from './pemKeys';
import { likelyEncoding, notesOnText, readSecret, secretKey, sensibleEncodings } from './secret';

/** A set of a thousand RSA keys has half as many; a file chosen by mistake has more. */
const mostCharacters = 1_000_000;

/**
 * Reads keys from whatever people paste: PEM, JWK, JWKS, OpenSSH, DER in base64, or else a secret.
 *
 * With `encoding` the text is taken as a secret, whatever it looks like; without, what it looks like decides, and a
 * secret is read in its likely encoding. A secret's text is never trimmed: space counts, and is noted.
 * Nothing is fetched and nothing is thrown; a fault names line and character where it can.
 */
export function readKeys(text: string, encoding?: SecretEncoding, source: KeySource = 'yours'): KeyReading {
  if (text === '') return bad('empty');
  if (text.length > mostCharacters) return bad('too-long', { values: [`${mostCharacters}`] });
  if (encoding) return secretReading(text, encoding, source);
  if (looksLikePem(text)) return orAsText(readPemKeys(text, source));
  if (/^\s*[{[]/.test(text)) return orAsText(readJwkText(text, readJson(text), source));
  if (looksLikeOpenssh(text)) return orAsText(readOpensshKeys(text, source));
  return derReading(text, source) ?? secretReading(text, likelyEncoding(text), source);
}

function secretReading(text: string, encoding: SecretEncoding, source: KeySource): KeyReading {
  const encodings = sensibleEncodings(text);
  const bytes = readSecret(text, encoding);
  if (!bytes.ok) return { ok: false, fault: bytes.fault, encodings };
  const plain = secretKey(bytes.value, source);
  const key = { ...plain, notes: [...notesOnText(text), ...plain.notes] };
  return { ok: true, format: 'secret', keys: [key], encoding, encodings, notes: key.notes };
}

/** Some consoles show a public key as its base64 alone; every DER key of useful size begins with "MI" or "MC". */
function derReading(text: string, source: KeySource): KeyReading | undefined {
  if (!/^\s*M[A-Za-z0-9+/=\s]{50,}$/.test(text)) return undefined;
  const bytes = decodeBase64(text.replace(/\s+/g, ''));
  const key = bytes && readDerKey(bytes, source);
  return key && { ok: true, format: key.format, keys: [key], notes: key.notes };
}

/** Whatever can't be read as a key may still have been meant as a secret. */
function orAsText(reading: KeyReading): KeyReading {
  return reading.ok ? reading : { ...reading, encodings: ['text'] };
}

/**
 * Reads keys from a file's bytes: DER (SPKI, PKCS#8, PKCS#1, SEC 1, X.509), or any text that `readKeys` knows.
 * A file of other bytes is taken as a secret.
 */
export function readKeyBytes(bytes: Uint8Array, source: KeySource = 'yours'): KeyReading {
  if (bytes.length > mostCharacters) return bad('too-long', { values: [`${mostCharacters}`] });
  const key = readDerKey(bytes, source);
  if (key) return { ok: true, format: key.format, keys: [key], notes: key.notes };
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return readKeys(decoded.text, undefined, source);
  const secret = secretKey(new Uint8Array(bytes), source);
  return { ok: true, format: 'secret', keys: [secret], notes: secret.notes };
}
