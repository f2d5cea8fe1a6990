import { expect, test } from 'vitest';
import { concatKdf } from '../../../../src/core/verify/decrypt/concatKdf';

const text = (value: string) => new TextEncoder().encode(value);
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Z of RFC 7518 appendix C. */
const shared = Uint8Array.of(
  ...[158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156],
  ...[251, 49, 110, 163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196],
);
const parties = { apu: text('Alice'), apv: text('Bob') };

test('derives the key of RFC 7518 appendix C', async () => {
  const direct = { alg: 'ECDH-ES', enc: 'A128GCM', management: { direct: true }, content: { keyBytes: 16 } };
  expect(base64url(await concatKdf(shared, { ...direct, ...parties }))).toBe('VqqN6vgjbSBcIijNcacQGg');
});

test('gives as many bytes as are needed, of which a wrapping key has its own number', async () => {
  const enc = 'A256CBC-HS512';
  const content = { keyBytes: 64 };
  const direct = { alg: 'ECDH-ES', enc, management: { direct: true }, content };
  expect(await concatKdf(shared, { ...direct, ...parties })).toHaveLength(64);
  const wrapping = { alg: 'ECDH-ES+A192KW', enc, management: { direct: false, wrapBytes: 24 }, content };
  expect(await concatKdf(shared, { ...wrapping, ...parties })).toHaveLength(24);
});
