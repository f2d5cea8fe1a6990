import { describe, expect, it } from 'vitest';
import { isCanonical } from '../../../src/core/verify/canonical';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const foreign = '=+/ .\n%é\u0000';

describe('one encoding for each sequence of bytes', () => {
  it('agrees with encoding anew, for every short text', () => {
    for (const one of alphabet + foreign) {
      for (const other of alphabet + foreign) {
        for (const text of [one, one + other, `A${one}${other}`, `AA${one}${other}`]) {
          const again = Buffer.from(text, 'base64url').toString('base64url');
          expect(isCanonical(text), text).toBe(again === text);
        }
      }
    }
    expect(isCanonical('')).toBe(true);
  });
});
