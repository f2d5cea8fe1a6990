import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { describe, expect, it } from 'vitest';
import type { JwkMaterial } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { readToken } from '../../../src/core/token/read';
import { algorithms } from '../../../src/core/verify/algorithms';
import { libraryChecker } from '../../../src/core/verify/libraryCheckers';
import { verifySignature } from '../../../src/core/verify/verify';
import { type MadeName, pairOf } from '../key/madeKeys';
import { assemble, signWithNode } from './signing';

const payload = '{"sub":"me"}';
const schemes = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 } as const;
const oids = { 'ML-DSA-44': 0x11, 'ML-DSA-65': 0x12, 'ML-DSA-87': 0x13 } as const;

describe.each(Object.keys(schemes) as (keyof typeof schemes)[])('%s', (alg) => {
  const seed = new Uint8Array(32).fill(7);
  const { publicKey, secretKey } = schemes[alg].keygen(seed);
  const token = assemble({ alg }, payload, (input) => schemes[alg].sign(Buffer.from(input), secretKey));
  const pub = Buffer.from(publicKey).toString('base64url');
  const algorithm = [0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, oids[alg]];
  const pem = (label: string, bytes: readonly number[]) =>
    `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----`;
  const size = (length: number) => [0x82, length >> 8, length & 255];
  const bits = [3, ...size(publicKey.length + 1), 0, ...publicKey];
  const spki = [0x30, ...size(algorithm.length + bits.length), ...algorithm, ...bits];
  const seedInside = [2, 1, 0, ...algorithm, 4, 34, 0x80, 32, ...seed];

  it.each([
    ['JWK', JSON.stringify({ kty: 'AKP', alg, pub })],
    ['private JWK', JSON.stringify({ kty: 'AKP', alg, pub, priv: Buffer.from(seed).toString('base64url') })],
    ['SPKI', pem('PUBLIC KEY', spki)],
    ['PKCS#8 of the seed', pem('PRIVATE KEY', [0x30, seedInside.length, ...seedInside])],
  ])('verifies with the key as %s', async (_format, text) => {
    const reading = readKeys(text);
    const keys = reading.ok ? reading.keys : [];
    expect(await verifySignature(readToken(token), keys)).toMatchObject({ state: 'verified', alg });
    const changed = token.replace('.eyJ', '.eyK');
    expect(await verifySignature(readToken(changed), keys)).toMatchObject({ state: 'wrong' });
  });
});

describe('without WebCrypto', () => {
  it.each<[string, MadeName]>([
    ['Ed448', 'ed448'],
    ['ES256K', 'secp256k1'],
  ])('the library checks %s', async (alg, name) => {
    const { publicKey, privateKey } = pairOf(name);
    const row = algorithms.find((each) => each.name === alg);
    if (!row) throw new Error('no such row');
    const check = await libraryChecker(row, publicKey.export({ format: 'jwk' }) as unknown as JwkMaterial);
    const input = new Uint8Array(Buffer.from('header.payload'));
    const signature = new Uint8Array(signWithNode(alg, privateKey, 'header.payload'));
    expect(await check?.(signature, input)).toBe(true);
    expect(await check?.(signature.fill(255), input)).toBe(false);
    expect(await check?.(new Uint8Array(row.signatureBytes ?? 0), input)).toBe(false);
  });
});
