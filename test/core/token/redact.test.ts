import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../../../src/core/token/pseudonyms';
import { readToken } from '../../../src/core/token/read';
import { redactToken } from '../../../src/core/token/redact';
import { partOf } from '../../../src/core/token/token';
import { nestedToken, sdJwt, twoSignatures, unencoded, zipped } from '../../preview/forms';
import { encryptedLook } from '../../preview/signing';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const compact = (payload: string, header = '{"alg":"HS256","kid":"key of acme"}') =>
  `${encode(header)}.${encode(payload)}.AAAA`;
const redact = (text: string, pseudonyms?: Pseudonyms) => redactToken(readToken(text), pseudonyms) ?? '';
const payloadOf = (text: string) => partOf(readToken(text), 'payload')?.text;

describe('a redacted token', () => {
  it('has pseudonyms in place of its values, and everything else as written', () => {
    const payload =
      '{ "user":"joe", "again":["joe", 7, 7.0,7],"x":{"y":true,"z":null},\n"exp":1795326830 , "user":""}';
    const text = redact(compact(payload));
    expect(payloadOf(text)).toBe(
      '{ "user":"text-2", "again":["text-2", 1, 2,1],"x":{"y":true,"z":null},\n"exp":1795326830 , "user":"text-3"}',
    );
    expect(partOf(readToken(text), 'header')?.text).toBe('{"alg":"HS256","kid":"text-1"}');
    expect(text).toMatch(/\.$/);
  });

  it('keeps times however they are written, but only where they are times', () => {
    const payload = '{"iat":"1795326830","exp":"2026-11-22T05:49:38Z","nbf":"joe","deep":{"exp":17}}';
    expect(payloadOf(redact(compact(payload)))).toBe(
      '{"iat":"1795326830","exp":"2026-11-22T05:49:38Z","nbf":"text-2","deep":{"exp":1}}',
    );
  });

  it('tells the same of several tokens where the pseudonyms are the same', () => {
    const pseudonyms = new Pseudonyms();
    redact(compact('{"a":"joe"}', '{"alg":"HS256"}'), pseudonyms);
    expect(payloadOf(redact(compact('{"b":"ann","c":"joe"}', '{"alg":"HS256"}'), pseudonyms))).toBe(
      '{"b":"text-2","c":"text-1"}',
    );
  });

  it('is redacted within and around: nested, disclosed, in a JSON serialization, encrypted', async () => {
    const nested = redact(await nestedToken('secret'));
    expect(payloadOf(payloadOf(payloadOf(nested) ?? '') ?? '')).toBe('{"sub":"text-1"}');
    const disclosed = redact(await sdJwt());
    const texts = readToken(disclosed).parts.map((part) => part.text ?? '');
    expect(texts.join()).toContain('"given_name"');
    expect(texts.join()).not.toMatch(/Al\\u0069ce|1940|FR|issuer\.example|verifier/);
    const json = redact(twoSignatures().replace('{', '{"more":"secret",'));
    expect(json).not.toMatch(/secret|first|second/);
    expect(readToken(json)).toMatchObject({ form: 'jws-json', valid: true });
    expect(payloadOf(json)).toBe('{"sub":"text-3"}');
    expect(redact(encryptedLook())).toMatch(/^[\w-]+\.\.\.\.$/);
    expect(payloadOf(redact(zipped()))).toBe('redacted');
    expect(payloadOf(redact(unencoded()))).toBe('redacted');
  });

  it('does not tell what the reader did not keep', () => {
    const deep = `${'['.repeat(600)}"secret"${']'.repeat(600)}`;
    expect(payloadOf(redact(compact(`{"a":${deep}}`)))).not.toContain('secret');
  });

  it('is none where the text is none', () => {
    expect(redactToken(readToken(compact('{"a":1}').slice(0, 40)))).toBeUndefined();
  });

  it('keeps structure, names and types, and no text', () => {
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shape);
      if (value === null || typeof value !== 'object') return typeof value;
      return Object.entries(value).map(([name, each]) => [name, shape(each)]);
    };
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
        const payload = JSON.stringify({ ...claims, canary: 'the canary sings' });
        const told = payloadOf(redact(compact(payload))) ?? '';
        expect(shape(JSON.parse(told))).toEqual(shape(JSON.parse(payload)));
        expect(told).not.toContain('sings');
      }),
    );
  });
});
