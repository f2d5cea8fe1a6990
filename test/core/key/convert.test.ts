import { createPrivateKey, createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { privatePem, publicJwkText, publicPem, wholeJwkText } from '../../../src/core/key/convert';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { thumbprintOf } from '../../../src/core/key/thumbprint';
import { type Case, vectors, vectorsAbsent } from '../../vectors';
import { jwkText, type MadeName, pairOf, pemOf } from './madeKeys';

function keyOf(text: string): Key {
  const reading = readKeys(text);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error('no key');
  return key;
}

const names: readonly MadeName[] = ['rsa', 'p256', 'p384', 'p521', 'secp256k1', 'ed25519', 'ed448'];

describe.each(names)('%s', (name) => {
  const { publicKey, privateKey } = pairOf(name);

  it('turns from JWK to PEM and back', async () => {
    const pem = pemOf(publicKey, 'spki');
    expect(await publicPem(keyOf(jwkText(publicKey)))).toBe(pem);
    expect(JSON.parse((await publicJwkText(keyOf(pem))) ?? '')).toEqual(publicKey.export({ format: 'jwk' }));
  });

  it('gives its public half away, and its private half only when asked', async () => {
    const key = keyOf(pemOf(privateKey, 'pkcs8'));
    expect(JSON.parse((await publicJwkText(key)) ?? '')).toEqual(publicKey.export({ format: 'jwk' }));
    expect(JSON.parse((await wholeJwkText(key)) ?? '')).toEqual(privateKey.export({ format: 'jwk' }));
    expect(createPublicKey((await publicPem(key)) ?? '').equals(publicKey)).toBe(true);
    expect(createPrivateKey((await privatePem(key)) ?? '').equals(privateKey)).toBe(true);
  });

  it('writes no private half where there is none', async () => {
    expect(await privatePem(keyOf(pemOf(publicKey, 'spki')))).toBeUndefined();
  });

  it('has the same thumbprint in every format, and the one that jose finds', async () => {
    const thumbprint = await calculateJwkThumbprint(publicKey.export({ format: 'jwk' }));
    for (const text of [
      pemOf(publicKey, 'spki'),
      jwkText(privateKey, { kid: 'x' }),
      pemOf(privateKey, 'pkcs8'),
    ]) {
      expect(await thumbprintOf(keyOf(text))).toBe(thumbprint);
    }
  });
});

describe('a secret', () => {
  it('becomes an octet key and has a thumbprint', async () => {
    const key = keyOf('{"kty":"oct","k":"c2VjcmV0","kid":"s","alg":"HS256"}');
    expect(JSON.parse((await wholeJwkText(key)) ?? '')).toEqual({
      kty: 'oct',
      k: 'c2VjcmV0',
      kid: 's',
      alg: 'HS256',
    });
    expect(await thumbprintOf(key)).toBe(await calculateJwkThumbprint({ kty: 'oct', k: 'c2VjcmV0' }));
    expect(await publicPem(key)).toBeUndefined();
    expect(await publicJwkText(key)).toBeUndefined();
  });
});

describe('vectors jwk', () => {
  const cases = vectors('jwk');
  const isImport = ({ op, expect: { imports } }: Case) => op === 'jwk-import' && imports !== null;

  describe.skipIf(!cases)(cases ? 'keys' : vectorsAbsent, () => {
    it.each(cases?.filter(isImport) ?? [])('$id', ({ key, expect: wanted }) => {
      const { value } = key as { value: unknown };
      const reading = readKeys(typeof value === 'string' ? value : JSON.stringify(value));
      expect(reading.ok).toBe(wanted.imports);
      if (reading.ok && typeof wanted.private === 'boolean')
        expect(reading.keys[0]?.private).toBe(wanted.private);
    });

    it.each(cases?.filter(({ op }) => op === 'thumbprint') ?? [])('$id', async ({ key, expect: wanted }) => {
      const text = JSON.stringify((key as { value: unknown }).value);
      expect(await thumbprintOf(keyOf(text))).toBe(wanted.thumbprint_sha256);
    });
  });
});
