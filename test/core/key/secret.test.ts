import { describe, expect, it } from 'vitest';
import type { SecretEncoding } from '../../../src/core/key/key';
import { isWellKnown } from '../../../src/core/key/knownSecrets';
import { readKeys } from '../../../src/core/key/readKeys';
import { likelyEncoding, sensibleEncodings } from '../../../src/core/key/secret';

function bytesOf(text: string, encoding: SecretEncoding): string {
  const reading = readKeys(text, encoding);
  if (!reading.ok) return `${reading.fault.code} at ${reading.fault.at}`;
  const material = reading.keys[0]?.material;
  return material?.type === 'bytes' ? Buffer.from(material.bytes).toString('hex') : 'no bytes';
}

function notesOf(text: string): readonly string[] {
  const reading = readKeys(text);
  return reading.ok ? reading.notes.map(({ code }) => code) : [];
}

describe('a secret', () => {
  it.each<[string, SecretEncoding, string]>([
    ['key', 'text', '6b6579'],
    ['key\n', 'text', '6b65790a'],
    [' ké ', 'text', '206bc3a920'],
    ['a+/=', 'base64', 'not-base64 at 4'],
    ['+/8=', 'base64', 'fbff'],
    ['+/8', 'base64', 'fbff'],
    ['-_8', 'base64', 'not-base64 at 0'],
    ['-_8', 'base64url', 'fbff'],
    ['-_8=\n', 'base64url', 'fbff'],
    ['+/8', 'base64url', 'not-base64url at 0'],
    ['-_9', 'base64url', 'not-base64url at 3'],
    ['0aFF', 'hex', '0aff'],
    ['0aF', 'hex', 'not-hex at 3'],
    [' 0xFF', 'hex', 'not-hex at 2'],
    ['', 'text', 'empty at undefined'],
    ['', 'hex', 'empty at undefined'],
  ])('%j as %s is %s', (text, encoding, hex) => {
    expect(bytesOf(text, encoding)).toBe(hex);
  });

  it.each<[string, SecretEncoding]>([
    ['your-secret-key', 'text'],
    ['a-string-secret-at-least-256-bits-long', 'text'],
    ['password', 'text'],
    ['deadbeef', 'text'],
    ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'hex'],
    ['K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=', 'base64'],
    ['hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg', 'base64url'],
    ['ThisIsALongPassphraseWith1Digit', 'text'],
  ])('%s is most likely %s', (text, encoding) => {
    expect(likelyEncoding(text)).toBe(encoding);
    expect(sensibleEncodings(text)[0]).toBe(encoding);
  });

  it('offers only the encodings that it can be read in', () => {
    expect(sensibleEncodings('no spaces here!')).toEqual(['text']);
    expect(sensibleEncodings('abcdef12')).toEqual(['text', 'base64', 'base64url', 'hex']);
  });

  it.each([
    ['secret-that-is-long-enough-for-hs256-12345\n', ['trailing-newline']],
    [' secret-that-is-long-enough-for-hs256-12345', ['space-around']],
    ['"secret-that-is-long-enough-for-hs256-12345"', ['quotes']],
    ['https://issuer.example/.well-known/jwks.json', ['looks-like-address']],
    ['your-secret-key', ['short-secret', 'well-known']],
    ['an-unusual-secret-that-is-long-enough-12345', []],
  ])('%j is noted for %j', (text, notes) => {
    expect(notesOf(text)).toEqual(notes);
  });

  it('notes a PEM key that is used as a shared secret', () => {
    const reading = readKeys('-----BEGIN PUBLIC KEY-----\nMFkwEw\n-----END PUBLIC KEY-----\n', 'text');
    expect(reading.ok && reading.notes.map(({ code }) => code)).toContain('looks-like-key');
  });
});

describe('well-known secrets', () => {
  it.each([
    ['your-secret-key', true],
    ['Your_Secret_Key', true],
    ['yoursecretkey', true],
    ['your secret key!', true],
    ['your-256-bit-secret', true],
    ['secret', true],
    ['mOk4-unlisted-9Zq', false],
    ['', false],
  ])('%s: %s', (secret, known) => {
    expect(isWellKnown(new TextEncoder().encode(secret))).toBe(known);
  });
});
