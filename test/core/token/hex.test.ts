import { describe, expect, it } from 'vitest';
import { hexOf, hexRows } from '../../../src/core/token/hex';

describe('the hex view', () => {
  it('has rows of 16 bytes with their offset and text', () => {
    const bytes = new Uint8Array(Buffer.from('{"n":"Jos\u00e9 and more"}', 'latin1'));
    expect(hexRows(bytes, 10)).toEqual([
      {
        offset: 0,
        bytes: [
          '7b',
          '22',
          '6e',
          '22',
          '3a',
          '22',
          '4a',
          '6f',
          '73',
          'e9',
          '20',
          '61',
          '6e',
          '64',
          '20',
          '6d',
        ],
        text: '{"n":"Jos. and m',
      },
      { offset: 16, bytes: ['6f', '72', '65', '22', '7d'], text: 'ore"}' },
    ]);
  });

  it('has a dot for what cannot be printed', () => {
    expect(hexRows(Uint8Array.of(0x1f, 0x20, 0x7e, 0x7f, 0x80), 1)[0]?.text).toBe('. ~..');
  });

  it('gives only the rows that are asked for', () => {
    const bytes = new Uint8Array(1000);
    expect(hexRows(bytes, 2, 32).map((row) => row.offset)).toEqual([32, 48]);
    expect(hexRows(bytes, 5, 992)).toHaveLength(1);
    expect(hexRows(bytes, 5, 2000)).toEqual([]);
  });

  it('gives all digits in a row', () => {
    expect(hexOf(Uint8Array.of(0, 10, 255))).toBe('000aff');
  });
});
