import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../src/core/token/utf8';

function faultOf(...bytes: number[]): [string, number] | undefined {
  const decoded = decodeUtf8(Uint8Array.from(bytes));
  return 'fault' in decoded ? [decoded.fault.code, decoded.fault.byte] : undefined;
}

describe('strict UTF-8', () => {
  it('gives back what was encoded, byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(new TextEncoder().encode(text))).toEqual({ text });
      }),
    );
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf))).toEqual({ text: '\ufeff' });
  });

  // biome-ignore format: a table
  it.each([
    [[0x41, 0x80],                   'utf8-continuation',    1],
    [[0xbf],                         'utf8-continuation',    0],
    [[0xc2],                         'utf8-cut-short',       0],
    [[0xc2, 0x41],                   'utf8-cut-short',       0],
    [[0xe2, 0x82, 0x22],             'utf8-cut-short',       0],
    [[0xf0, 0x9f, 0x98],             'utf8-cut-short',       0],
    [[0xc0, 0xaf],                   'utf8-overlong',        0],
    [[0xc1, 0xbf],                   'utf8-overlong',        0],
    [[0xe0, 0x9f, 0xbf],             'utf8-overlong',        0],
    [[0xf0, 0x8f, 0xbf, 0xbf],       'utf8-overlong',        0],
    [[0xed, 0xa0, 0x80],             'utf8-surrogate',       0],
    [[0xf4, 0x90, 0x80, 0x80],       'utf8-out-of-range',    0],
    [[0xf5, 0x80, 0x80, 0x80],       'utf8-out-of-range',    0],
    [[0xf8],                         'utf8-impossible-byte', 0],
    [[0xff],                         'utf8-impossible-byte', 0],
    [[0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0xff], 'utf8-impossible-byte', 6],
  ])('%j is %s at byte %d', (bytes, code, at) => {
    expect(faultOf(...bytes)).toEqual([code, at]);
  });

  it('tells the byte', () => {
    expect(decodeUtf8(Uint8Array.of(0xe9, 0x22))).toMatchObject({ fault: { values: ['e9'] } });
  });

  it('finds a fault wherever the platform refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const decoded = decodeUtf8(bytes);
        if ('fault' in decoded) expect(decoded.fault.byte).toBeLessThan(bytes.length);
      }),
      { numRuns: 5000 },
    );
  });
});
