import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../src/core/token/base64url';
import { decodeByHand } from '../../../src/core/token/base64urlByHand';
import { decodeStrictly, isBase64url } from '../../../src/core/token/strictBase64url';

/** Stands in for what browsers have and Node 20 has not. */
const native = {
  fromBase64(text: string) {
    if (!/^[\w\s=-]*$/.test(text)) throw new SyntaxError('a character that does not belong to base64url');
    return new Uint8Array(Buffer.from(text, 'base64url'));
  },
  toBase64(this: Uint8Array) {
    return Buffer.from(this).toString('base64url');
  },
};

function withNative(): void {
  Object.assign(Uint8Array, { fromBase64: native.fromBase64 });
  Object.assign(Uint8Array.prototype, { toBase64: native.toBase64 });
}

afterEach(() => {
  Reflect.deleteProperty(Uint8Array, 'fromBase64');
  Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
});

const faultsOf = (text: string) => decodeBase64url(text).faults.map(({ code, at }) => [code, at]);
const textOf = (text: string) => Buffer.from(decodeBase64url(text).bytes).toString();

describe('base64url', () => {
  it('decodes the examples of RFC 4648 section 10, without their padding', () => {
    const examples = {
      '': '',
      Zg: 'f',
      Zm8: 'fo',
      Zm9v: 'foo',
      Zm9vYg: 'foob',
      Zm9vYmE: 'fooba',
      Zm9vYmFy: 'foobar',
    };
    for (const [encoded, decoded] of Object.entries(examples)) {
      expect(textOf(encoded)).toBe(decoded);
      expect(faultsOf(encoded)).toEqual([]);
      expect(encodeBase64url(Buffer.from(decoded))).toBe(encoded);
    }
  });

  // biome-ignore format: a table
  it.each([
    // text        faults                                                    reads as
    ['Zg==',       [['base64-padding', 2]],                                  'f'],
    ['Zm8=',       [['base64-padding', 3]],                                  'fo'],
    ['Zg=',        [['base64-wrong-padding', 2]],                            'f'],
    ['Zm9v=',      [['base64-wrong-padding', 4]],                            'foo'],
    ['Zm9v====',   [['base64-wrong-padding', 4]],                            'foo'],
    ['Zm9vY===',   [['base64-wrong-padding', 5], ['base64-length', 4]],      'foo'],
    ['Zg==Zg==',   [['base64-wrong-padding', 2]],                            'f\u0006`'],
    ['Z',          [['base64-length', 0]],                                   ''],
    ['Zm9vY',      [['base64-length', 4]],                                   'foo'],
    ['Zh',         [['base64-trailing-bits', 1]],                            'f'],
    ['Zm9',        [['base64-trailing-bits', 2]],                            'fo'],
    ['Zm 9v',      [['base64-whitespace', 2]],                               'foo'],
    ['Zm\n9v\n',   [['base64-whitespace', 2]],                               'foo'],
    ['Zm\u200b9v', [['base64-whitespace', 2]],                               'foo'],
    ['Zm9v!!!!Zm9v', [['base64-character', 4]],                              'foo\0\0\0foo'],
    ['Pz8+',       [['base64-standard-alphabet', 3]],                        '??>'],
  ])('%j', (text, faults, decoded) => {
    expect(faultsOf(text)).toEqual(faults);
    expect(textOf(text)).toBe(decoded);
  });

  it('names the character that does not belong, also outside the basic plane', () => {
    expect(decodeBase64url('Zm😀9v').faults[0]?.values).toEqual(['😀']);
  });

  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { bytes: decoded, faults } = decodeBase64url(encodeBase64url(bytes));
        expect(decoded).toEqual(bytes);
        expect(faults).toEqual([]);
      }),
    );
  });

  it('reads the same with and without the native decoder, whatever the text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'AZaz09-_gw= \n+') }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const byHand = decodeByHand(text);
        const strict = byHand.faults.length === 0 ? byHand.bytes : undefined;
        Reflect.deleteProperty(Uint8Array, 'fromBase64');
        expect(decodeStrictly(text)).toEqual(strict);
        withNative();
        expect(decodeStrictly(text)).toEqual(strict);
        expect(decodeBase64url(text)).toEqual(byHand);
        expect(isBase64url(text)).toBe(strict !== undefined);
      }),
    );
  });

  it('encodes the same with and without the native encoder', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const byHand = encodeBase64url(bytes);
        withNative();
        expect(encodeBase64url(bytes)).toBe(byHand);
        Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
      }),
    );
  });

  it('says where the characters stand that carry nothing', () => {
    expect(decodeBase64url('Zm 9v\nZg==').skipped).toEqual([2, 5, 8, 9]);
  });
});
