import { describe, expect, it } from 'vitest';
import { isRoca } from '../../../src/core/key/roca';
import { pairOf } from './madeKeys';

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(512, '0'), 'hex'));
}

describe('the mark of the faulty Infineon library', () => {
  it('is on every power of 65537', () => {
    expect(isRoca(bytesOf(65537n ** 119n))).toBe(true);
  });

  it('is not on an ordinary key', () => {
    const { n = '' } = pairOf('rsa').publicKey.export({ format: 'jwk' });
    expect(isRoca(Buffer.from(n, 'base64url'))).toBe(false);
    expect(isRoca(bytesOf(65537n ** 119n + 1n))).toBe(false);
  });
});
