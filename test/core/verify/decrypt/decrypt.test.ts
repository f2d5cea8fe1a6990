import { gcm } from '@noble/ciphers/aes.js';
import { CompactEncrypt, type CompactJWEHeaderParameters, GeneralEncrypt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import type { SecretEncoding } from '../../../../src/core/key/key';
import { readKeys } from '../../../../src/core/key/readKeys';
import { readToken } from '../../../../src/core/token/read';
import { contents } from '../../../../src/core/verify/decrypt/content';
import { decryptToken } from '../../../../src/core/verify/decrypt/decrypt';
import { mostInflatedBytes } from '../../../../src/core/verify/decrypt/inflateContent';
import { managements } from '../../../../src/core/verify/decrypt/management';
import { jwkText, type MadeName, pairOf, pemOf } from '../../key/madeKeys';

// Much work for one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 60_000 });

const plaintext = '{"sub":"me"}';
const encs = Object.keys(contents);
const bytesFor = (name: string) => contents[name]?.keyBytes ?? managements[name]?.wrapBytes ?? 32;
const secretFor = (alg: string, enc: string) => Buffer.alloc(bytesFor(alg === 'dir' ? enc : alg), 7);

async function sealWithJose(
  alg: string,
  enc: string,
  key: Parameters<CompactEncrypt['encrypt']>[0],
  extra = {},
) {
  const header = { alg, enc, ...extra } as CompactJWEHeaderParameters;
  return new CompactEncrypt(Buffer.from(plaintext)).setProtectedHeader(header).encrypt(key);
}

async function openWith(token: string, keyText: string, encoding?: SecretEncoding): Promise<string> {
  const reading = readKeys(keyText, encoding);
  const opened = await decryptToken(readToken(token), reading.ok ? reading.keys : []);
  if (opened.state === 'decrypted') return new TextDecoder().decode(opened.plaintext);
  return 'code' in opened ? `${opened.state} ${opened.code}` : opened.state;
}

describe.each(Object.keys(managements))('%s', (alg) => {
  const names: readonly MadeName[] = alg.startsWith('RSA')
    ? ['rsa']
    : alg.startsWith('ECDH')
      ? ['p256', 'p384', 'p521', 'x25519']
      : [];

  it.each(encs)('opens %s that jose sealed', async (enc) => {
    if (names.length === 0) {
      const secret = secretFor(alg, enc);
      const token = await sealWithJose(alg, enc, secret);
      expect(await openWith(token, secret.toString('hex'), 'hex')).toBe(plaintext);
      expect(await openWith(token, secret.fill(8).toString('hex'), 'hex')).toMatch(/^wrong-key/);
    }
    for (const name of names) {
      const token = await sealWithJose(alg, enc, pairOf(name).publicKey);
      expect(await openWith(token, pemOf(pairOf(name).privateKey, 'pkcs8'))).toBe(plaintext);
      expect(await openWith(token, jwkText(pairOf(name).privateKey))).toBe(plaintext);
    }
  });
});

describe('compressed content', () => {
  const secret = Buffer.alloc(16, 7);
  const seal = async (size: number) =>
    new CompactEncrypt(Buffer.alloc(size, 'a'))
      .setProtectedHeader({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' })
      .encrypt(secret);

  it.each([
    [0, ''],
    [mostInflatedBytes, 'a'.repeat(mostInflatedBytes)],
    [mostInflatedBytes + 1, 'cannot zip-too-big'],
    [50_000_000, 'cannot zip-too-big'],
  ])('of %i bytes', async (size, answer) => {
    expect(await openWith(await seal(size), secret.toString('hex'), 'hex')).toBe(answer);
  });

  it('is refused when it is not compressed', async () => {
    const header = Buffer.from('{"alg":"dir","enc":"A128GCM","zip":"DEF"}').toString('base64url');
    const iv = Buffer.alloc(12);
    const sealed = Buffer.from(
      gcm(secret, iv, Buffer.from(header)).encrypt(Buffer.from('plain, not deflated')),
    );
    const parts = [Buffer.alloc(0), iv, sealed.subarray(0, -16), sealed.subarray(-16)];
    const token = [header, ...parts.map((part) => part.toString('base64url'))].join('.');
    expect(await openWith(token, secret.toString('hex'), 'hex')).toBe('cannot zip-broken');
  });
});

describe('the JSON serialization', () => {
  it('is opened by each of its recipients, with additional data', async () => {
    const sealed = await new GeneralEncrypt(Buffer.from(plaintext))
      .setProtectedHeader({ enc: 'A192CBC-HS384' })
      .setAdditionalAuthenticatedData(Buffer.from('more'))
      .addRecipient(pairOf('rsa').publicKey)
      .setUnprotectedHeader({ alg: 'RSA-OAEP' })
      .addRecipient(pairOf('p521').publicKey)
      .setUnprotectedHeader({ alg: 'ECDH-ES+A192KW' })
      .encrypt();
    for (const name of ['rsa', 'p521'] as const) {
      expect(await openWith(JSON.stringify(sealed), jwkText(pairOf(name).privateKey))).toBe(plaintext);
    }
    const other = jwkText(pairOf('otherRsa').privateKey);
    expect(await openWith(JSON.stringify(sealed), other)).toBe('wrong-key key-not-unwrapped');
    const changed = JSON.stringify({ ...sealed, aad: 'AAAA' });
    expect(await openWith(changed, jwkText(pairOf('rsa').privateKey))).toBe('wrong-key content-not-opened');
  });
});

describe('what can not be opened', () => {
  const secret = secretFor('A128KW', 'A128GCM').toString('hex');
  const pem = pemOf(pairOf('rsa').privateKey, 'pkcs8');
  const publicPem = pemOf(pairOf('rsa').publicKey, 'spki');
  const rawJwe = (header: object, ...parts: readonly string[]) =>
    [Buffer.from(JSON.stringify(header)).toString('base64url'), ...parts].join('.');
  const whole = ['AAAA', 'AAAAAAAAAAAAAAAA', 'AAAA', 'AAAAAAAAAAAAAAAAAAAAAA'];

  it.each([
    [{ alg: 'RSA1_5', enc: 'A128GCM' }, 'cannot rsa1-5'],
    [{ alg: 'none', enc: 'A128GCM' }, 'cannot alg-unsupported'],
    [{ enc: 'A128GCM' }, 'cannot alg-missing'],
    [{ alg: 'A128KW', enc: 'A128XYZ' }, 'cannot enc-unsupported'],
    [{ alg: 'A128KW', enc: 'A128GCM', zip: 'GZ' }, 'cannot zip-unsupported'],
    [{ alg: 'A128KW', enc: 'A128GCM', crit: ['exp'], exp: 1 }, 'cannot crit-unknown'],
    [{ alg: 'A128KW', enc: 'A128GCM', crit: [] }, 'cannot crit-malformed'],
    [{ alg: 'dir', enc: 'A128GCM' }, 'cannot encrypted-key-unexpected'],
    [{ alg: 'A128KW', enc: 'A128CBC-HS256' }, 'cannot iv-length'],
    [{ alg: 'A128GCMKW', enc: 'A128GCM' }, 'cannot wrap-parameters'],
    [{ alg: 'A256KW', enc: 'A128GCM' }, 'cannot key-size'],
    [{ alg: 'RSA-OAEP', enc: 'A128GCM' }, 'cannot needs-rsa'],
    [{ alg: 'ECDH-ES+A128KW', enc: 'A128GCM' }, 'cannot needs-curve'],
    [{ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s: 'AAAAAAAAAAA', p2c: 2 ** 31 }, 'cannot p2c-too-high'],
    [{ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s: 'AAAAAAAAAAA', p2c: 1.5 }, 'cannot p2c-malformed'],
    [{ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s: 'AAAA', p2c: 1000 }, 'cannot p2s-malformed'],
  ])('%j', async (header, answer) => {
    expect(await openWith(rawJwe(header, ...whole), secret, 'hex')).toBe(answer);
  });

  it('names what else is wrong', async () => {
    const token = await sealWithJose('RSA-OAEP-256', 'A256GCM', pairOf('rsa').publicKey);
    const parts = token.split('.');
    expect(await openWith(token, publicPem)).toBe('cannot needs-private');
    expect(await openWith(token, secret, 'hex')).toBe('cannot needs-rsa');
    expect(await openWith(token, pemOf(pairOf('otherRsa').privateKey, 'pkcs8'))).toBe(
      'wrong-key key-not-unwrapped',
    );
    expect(await openWith(token, '')).toBe('no-key');
    expect(await openWith(`${token}=`, pem)).toBe('cannot encoding');
    expect(await openWith([...parts.slice(0, 4), 'AAAA'].join('.'), pem)).toBe('cannot tag-length');
    expect(await openWith([...parts.slice(0, 3), 'AAAA', parts[4]].join('.'), pem)).toBe(
      'wrong-key content-not-opened',
    );
    expect(await openWith('e30.e30.AA', pem)).toBe('cannot not-encrypted');
    const other = jwkText(pairOf('rsa').privateKey, { alg: 'RSA-OAEP' });
    expect(await openWith(token, other)).toBe('cannot key-alg');
    expect(await openWith(token, jwkText(pairOf('rsa').privateKey, { use: 'sig' }))).toBe('cannot key-use');
  });

  it('refuses a point that is not on the curve', async () => {
    const { x } = pairOf('p256').publicKey.export({ format: 'jwk' });
    const epk = { kty: 'EC', crv: 'P-256', x, y: x };
    const token = rawJwe({ alg: 'ECDH-ES', enc: 'A128GCM', epk }, '', ...whole.slice(1));
    expect(await openWith(token, pemOf(pairOf('p256').privateKey, 'pkcs8'))).toBe('cannot epk-malformed');
  });
});
