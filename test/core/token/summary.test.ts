import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarize } from '../../../src/core/token/summary';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const tokenWith = (payload: string, header = '{"alg":"HS256","typ":"JWT","kid":"k1"}') =>
  `${encode(header)}.${encode(payload)}.AAAA`;

describe('the summary of a token', () => {
  it('tells algorithm, type, key, person, issuer and times', () => {
    const token = tokenWith('{"username":"john_doe","iss":"https://a","exp":1700000000.5,"nbf":2,"iat":1}');
    expect(summarize(token)).toEqual({
      valid: true,
      alg: 'HS256',
      typ: 'JWT',
      kid: 'k1',
      who: 'john_doe',
      iss: 'https://a',
      expSeconds: 1700000000.5,
      nbfSeconds: 2,
      iatSeconds: 1,
      timeNotes: [],
    });
  });

  // biome-ignore format: a table
  it.each([
    ['{"sub":"s","username":"u","email":"e"}',      'u'],
    ['{"sub":"s","email":"e"}',                     'e'],
    ['{"sub":"s","email":""}',                      's'],
    ['{"sub":"s","email":null}',                    's'],
    ['{"user_id":7}',                               '7'],
    ['{"user_id":7.0}',                             '7.0'],
    ['{"user_id":9007199254740993}',                '9007199254740993'],
    ['{"sub":{"id":1.0}}',                          '{"id":1.0}'],
    ['{"sub":"a","sub":"b"}',                       'b'],
    ['{"client_id":"c"}',                           'c'],
    ['{}',                                          undefined],
    ['{"__proto__":{"sub":"x"}}',                   undefined],
  ])('of %s names %j', (payload, who) => {
    expect(summarize(tokenWith(payload)).who).toBe(who);
  });

  it('shows an algorithm that is no text as it is written', () => {
    expect(summarize(tokenWith('{"sub":"x"}', '{"alg":[1.0]}'))).toMatchObject({
      alg: '[1.0]',
      who: 'x',
      valid: true,
    });
  });

  it('tells what it can of an encrypted token, and says when the text is none', () => {
    const jwe = `${encode('{"alg":"dir","enc":"A128GCM"}')}....`;
    expect(summarize(jwe)).toEqual({ valid: true, alg: 'dir', enc: 'A128GCM', timeNotes: [] });
    expect(summarize('abc')).toEqual({ valid: false, timeNotes: [] });
    expect(summarize('')).toMatchObject({ valid: false });
  });

  it('takes for a token what the whole reading takes for one', () => {
    expect(summarize(tokenWith('{"not":"a jwt"}', '{"not":"a jwt"}')).valid).toBe(false);
    expect(summarize(tokenWith('{"sub":"joe"}', '{"kid":"k"}'))).toMatchObject({
      valid: true,
      kid: 'k',
      who: 'joe',
    });
    expect(summarize(tokenWith('{"sub":"joe"}').replace('.', '. ')).valid).toBe(false);
    expect(summarize(`${tokenWith('{"sub":"joe"}')}B`).valid).toBe(false);
  });

  it('notes a time that is no number on either path', () => {
    for (const payload of ['{"exp":"5"}', '{"exp":"5","sub":1}']) {
      expect(summarize(tokenWith(payload)).timeNotes).toMatchObject([{ claim: 'exp', code: 'text' }]);
    }
  });

  it('says the same on the native path as with the lossless reader', () => {
    const claims = fc.dictionary(
      fc.constantFrom('username', 'sub', 'iss', 'exp', 'nbf', 'iat', 'user_id', 'name', 'x'),
      fc.oneof(fc.string(), fc.double(), fc.integer(), fc.constant(null), fc.boolean()),
    );
    fc.assert(
      fc.property(claims, (payload) => {
        const text = JSON.stringify(payload);
        // A byte order mark sends the same payload down the lossless path.
        expect(summarize(tokenWith(text))).toEqual(summarize(tokenWith(`\ufeff${text}`)));
      }),
      { numRuns: 500 },
    );
  });
});
