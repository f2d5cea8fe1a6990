import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendToken } from '../../../src/core/token/causes';
import { readToken } from '../../../src/core/token/read';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const token = `${encode('{"alg":"HS256","typ":"JWT"}')}.${encode('{"sub":"joe???","n":"~~~"}')}.${'s-_s'.repeat(10)}ssA`;
const standard = token.replaceAll('-', '+').replaceAll('_', '/');
const unpadded = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

describe('what was probably done to a token', () => {
  // biome-ignore format: a table
  it.each([
    [` ${token}\n`,                                  ['cause-space-around']],
    [`"${token}"`,                                   ['cause-quotes']],
    [`“${token}”`,                                   ['cause-quotes']],
    [`b'${token}'`,                                  ['cause-python-bytes']],
    [`"b'${token}'"`,                                ['cause-quotes', 'cause-python-bytes']],
    [`Bearer ${token}`,                              ['cause-scheme']],
    [`authorization: bearer ${token}`,               ['cause-scheme']],
    [`Bearer Bearer ${token}`,                       ['cause-scheme-twice']],
    [`Authorization: Bearer bearer ${token}`,        ['cause-scheme-twice']],
    [`${token}.`,                                    ['cause-punctuation']],
    [`${token},`,                                    ['cause-punctuation']],
    [token.replaceAll('.', '%2E'),                   ['cause-url-escaped']],
    [token.replaceAll('.', '%252e'),                 ['cause-url-escaped']],
    [token.replace(/(.{30})/g, '$1\n'),              ['cause-wrapped']],
    [token.replace(/(.{30})/g, '$1\r\n> '),          ['cause-wrapped']],
    [token.replace(/(.{30})/g, '$1\\\n'),            ['cause-wrapped']],
    [token.replace(/(.{30})/g, '$1\u200b'),          ['cause-wrapped']],
    [token.replaceAll('.', '\uff0e'),                ['cause-other-dots']],
    [standard,                                       ['cause-standard-alphabet']],
    [token.replace('.', '=.'),                       ['cause-wrong-padding']],
    [unpadded(token),                                ['cause-encoded-twice']],
    [` "Bearer ${standard}"`,                        ['cause-space-around', 'cause-quotes', 'cause-scheme', 'cause-standard-alphabet']],
  ])('%j', (text, causes) => {
    expect(mendToken(text)).toEqual({ text: token, causes });
    const { valid, faults } = readToken(text);
    expect(valid).toBe(false);
    expect(faults.slice(-causes.length).map((fault) => fault.code)).toEqual(causes);
  });

  // biome-ignore format: a table
  it.each([
    [token.slice(0, 60),                             ['cause-cut-off']],
    [`${token.slice(0, 20)}...${token.slice(-5)}`,   ['cause-shortened']],
    [`${token.slice(0, 20)}…`,                       ['cause-shortened']],
    ['',                                             []],
    ['hello',                                        []],
    ['{"a":1}',                                      []],
    ['192.168.0.1',                                  []],
  ])('cannot be undone, or is nothing: %j', (text, causes) => {
    expect(mendToken(text)).toBeUndefined();
    expect(readToken(text).faults.map((fault) => fault.code).filter((code) => code.startsWith('cause-'))).toEqual(causes);
  });

  it('is nothing where the text is a token', () => {
    expect(mendToken(token)).toBeUndefined();
    expect(readToken(token).faults).toEqual([]);
  });

  it('is only said when it leads to a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(token.length), (junk, at) => {
        const mended = mendToken(token.slice(0, at) + junk + token.slice(at));
        if (mended) expect(readToken(mended.text).valid).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
