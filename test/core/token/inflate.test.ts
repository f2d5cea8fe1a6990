import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../src/core/token/inflate';

const text = Buffer.from('{"sub":"joe"}'.repeat(1000));

describe('decompressing', () => {
  it('gives back what was compressed', async () => {
    const formats = [
      ['deflate-raw', deflateRawSync],
      ['deflate', deflateSync],
      ['gzip', gzipSync],
    ] as const;
    for (const [format, compress] of formats) {
      const { bytes, end } = await inflate(new Uint8Array(compress(text)), format, 100_000);
      expect(end).toBe('whole');
      expect(Buffer.from(bytes).equals(text)).toBe(true);
    }
  });

  it('stops at its bound', async () => {
    const bomb = new Uint8Array(deflateRawSync(new Uint8Array(50_000_000)));
    const { bytes, end } = await inflate(bomb, 'deflate-raw', 100_000);
    expect({ size: bytes.length, end }).toEqual({ size: 100_000, end: 'too-big' });
  });

  it('says when the data is damaged or cut off', async () => {
    expect(await inflate(new Uint8Array([1, 2, 3]), 'deflate', 100)).toEqual({
      bytes: new Uint8Array(),
      end: 'broken',
    });
    const cut = new Uint8Array(deflateRawSync(text)).slice(0, -3);
    expect((await inflate(cut, 'deflate-raw', 100_000)).end).toBe('broken');
  });
});
