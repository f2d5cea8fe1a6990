import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Key, KeyReading } from '../../../src/core/key/key';
import { readKeyBytes, readKeys } from '../../../src/core/key/readKeys';
import { certificateFor } from './madeCertificate';
import { jwkText, type MadeName, mangled, pairOf, pemOf } from './madeKeys';

const signer = { name: 'Authority', key: pairOf('p256').privateKey };
const certificate = certificateFor({ name: 'Me', key: pairOf('rsa').publicKey }, signer);

function onlyKey(reading: KeyReading): Key {
  if (!reading.ok) throw new Error(`no key: ${reading.fault.code}`);
  expect(reading.keys).toHaveLength(1);
  return reading.keys[0] as Key;
}

function faultOf(text: string) {
  const reading = readKeys(text);
  return reading.ok ? `read as ${reading.format}` : reading.fault;
}

const expected: readonly [MadeName, Partial<Key>][] = [
  ['rsa', { kind: 'rsa', bits: 2048 }],
  ['shortRsa', { kind: 'rsa', bits: 1024 }],
  ['pss', { kind: 'rsa', bits: 2048, onlyPss: true }],
  ['p256', { kind: 'ec', bits: 256, curve: 'P-256' }],
  ['p384', { kind: 'ec', bits: 384, curve: 'P-384' }],
  ['p521', { kind: 'ec', bits: 521, curve: 'P-521' }],
  ['secp256k1', { kind: 'ec', bits: 256, curve: 'secp256k1' }],
  ['ed25519', { kind: 'okp', bits: 256, curve: 'Ed25519' }],
  ['ed448', { kind: 'okp', bits: 456, curve: 'Ed448' }],
];

describe('keys in PEM', () => {
  describe.each(expected)('%s', (name, facts) => {
    it.each(Object.keys(mangled))('reads SPKI %s', (how) => {
      const text = mangled[how]?.(pemOf(pairOf(name).publicKey, 'spki')) ?? '';
      expect(onlyKey(readKeys(text))).toMatchObject({ ...facts, format: 'spki', private: false });
    });

    it('reads PKCS#8 and says that it is private', () => {
      const key = onlyKey(readKeys(pemOf(pairOf(name).privateKey, 'pkcs8')));
      expect(key).toMatchObject({ ...facts, format: 'pkcs8', private: true });
      expect(key.notes).toContainEqual({ code: 'private-key' });
    });

    it('reads SPKI as base64 without PEM lines', () => {
      const body = pemOf(pairOf(name).publicKey, 'spki').replace(/-----[^-]+-----|\n/g, '');
      expect(onlyKey(readKeys(body))).toMatchObject(facts);
    });
  });

  it.each(['publicKey', 'privateKey'] as const)('reads PKCS#1 of an RSA %s', (half) => {
    const key = onlyKey(readKeys(pemOf(pairOf('rsa')[half], 'pkcs1')));
    expect(key).toMatchObject({ kind: 'rsa', bits: 2048, format: 'pkcs1', private: half === 'privateKey' });
  });

  it.each(['p256', 'p384', 'p521'] as const)('reads SEC1 of %s', (name) => {
    const key = onlyKey(readKeys(pemOf(pairOf(name).privateKey, 'sec1')));
    expect(key).toMatchObject({ kind: 'ec', format: 'sec1', private: true });
  });

  it('reads every key of a text that holds several', () => {
    const text = pemOf(pairOf('rsa').publicKey, 'spki') + pemOf(pairOf('p256').publicKey, 'spki');
    const reading = readKeys(text);
    expect(reading.ok && reading.keys.map(({ kind }) => kind)).toEqual(['rsa', 'ec']);
  });

  it('reads a curve that is spelled out, and forgets a forged generator', () => {
    const der = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      paramEncoding: 'explicit',
    }).publicKey.export({
      format: 'der',
      type: 'spki',
    });
    const text = der.toString('base64');
    expect(onlyKey(readKeys(`-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`)).curve).toBe(
      'P-256',
    );
  });

  it('reads a compressed point', () => {
    const { x = '', y = '' } = pairOf('p384').publicKey.export({ format: 'jwk' });
    const spki = pairOf('p384').publicKey.export({ format: 'der', type: 'spki' });
    const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) & 1;
    const point = Buffer.concat([Buffer.from([2 + odd]), Buffer.from(x, 'base64url')]);
    const algorithm = spki.subarray(2, 4 + (spki[3] ?? 0));
    const inside = Buffer.concat([algorithm, Buffer.from([3, point.length + 1, 0]), point]);
    const text = Buffer.concat([Buffer.from([0x30, inside.length]), inside]).toString('base64');
    const key = onlyKey(readKeys(`-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`));
    expect(key.material).toMatchObject({ type: 'jwk', jwk: { crv: 'P-384', x, y } });
  });

  it('notes an RSA key below 2048 bits', () => {
    expect(onlyKey(readKeys(pemOf(pairOf('shortRsa').publicKey, 'spki'))).notes).toEqual([
      { code: 'short-rsa', values: ['1024', '2048'] },
    ]);
  });
});

describe('a file', () => {
  const { publicKey, privateKey } = pairOf('rsa');

  it.each([
    ['SPKI', publicKey.export({ format: 'der', type: 'spki' }), 'spki'],
    ['PKCS#8', privateKey.export({ format: 'der', type: 'pkcs8' }), 'pkcs8'],
    ['PKCS#1, public', publicKey.export({ format: 'der', type: 'pkcs1' }), 'pkcs1'],
    ['PKCS#1, private', privateKey.export({ format: 'der', type: 'pkcs1' }), 'pkcs1'],
    ['SEC 1', pairOf('p521').privateKey.export({ format: 'der', type: 'sec1' }), 'sec1'],
    ['X.509', new X509Certificate(certificate).raw, 'x509'],
    ['PEM', Buffer.from(pemOf(publicKey, 'spki')), 'spki'],
    ['JWK', Buffer.from(jwkText(publicKey)), 'jwk'],
    ['text', Buffer.from('a secret'), 'secret'],
    ['noise', Buffer.from([0xff, 0xfe, 0, 1]), 'secret'],
  ])('of %s is read', (_what, bytes, format) => {
    expect(onlyKey(readKeyBytes(bytes)).format).toBe(format);
  });

  it('of nothing is refused', () => {
    expect(readKeyBytes(new Uint8Array())).toMatchObject({ ok: false, fault: { code: 'empty' } });
  });
});

describe('broken PEM', () => {
  const pem = pemOf(pairOf('rsa').publicKey, 'spki');
  const lines = pem.trim().split('\n');

  it.each([
    ['its END line is missing', lines.slice(0, -1).join('\n'), { code: 'pem-cut', line: 8 }],
    ['it is cut in half', pem.slice(0, pem.length / 2), { code: 'pem-cut', line: 5 }],
    ['its BEGIN line is missing', lines.slice(1).join('\n'), { code: 'pem-cut', line: 1, at: 0 }],
    [
      'lines in the middle are missing',
      [...lines.slice(0, 3), ...lines.slice(5)].join('\n'),
      { code: 'der-cut', line: 1 },
    ],
    ['a character is foreign', pem.replace('A', '!'), { code: 'pem-unreadable', line: 2, values: ['!'] }],
    [
      'it ends as something else',
      pem.replace('END PUBLIC', 'END PRIVATE'),
      { code: 'pem-labels-differ', line: 9 },
    ],
    ['nothing is inside', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----', { code: 'pem-empty' }],
    [
      'its label lies',
      pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
      { code: 'der-not-a-certificate', line: 1 },
    ],
    [
      'its label is unknown',
      pem.replaceAll('PUBLIC KEY', 'SHOE'),
      { code: 'pem-label-unknown', values: ['SHOE'] },
    ],
  ])('says where: %s', (_what, text, fault) => {
    expect(faultOf(text)).toMatchObject(fault);
  });

  it('asks for a passphrase instead of guessing', () => {
    const text = pairOf('rsa').privateKey.export({
      format: 'pem',
      type: 'pkcs8',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    });
    expect(faultOf(text.toString())).toMatchObject({ code: 'pem-encrypted' });
  });

  it('survives every cut and every changed byte', () => {
    const der = pairOf('p256').publicKey.export({ format: 'der', type: 'spki' });
    for (let at = 0; at < der.length; at++) {
      const changed = Buffer.from(der);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      for (const bytes of [changed, der.subarray(0, at)]) {
        const text = `-----BEGIN PUBLIC KEY-----\n${bytes.toString('base64')}\n-----END PUBLIC KEY-----`;
        expect(readKeys(text)).toHaveProperty('ok', false);
      }
    }
  });
});

describe('OpenSSH public keys', () => {
  const field = (bytes: Uint8Array) =>
    Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes]);
  const wire = (...fields: readonly (Uint8Array | string)[]) =>
    Buffer.concat(fields.map((each) => field(Buffer.from(each as string)))).toString('base64');
  const member = (name: MadeName, key: 'n' | 'e' | 'x' | 'y') =>
    Buffer.from(pairOf(name).publicKey.export({ format: 'jwk' })[key] ?? '', 'base64url');
  const signed = (bytes: Buffer) => Buffer.concat([Buffer.from([0]), bytes]);
  const rsa = `ssh-rsa ${wire('ssh-rsa', member('rsa', 'e'), signed(member('rsa', 'n')))} me@home`;
  const point = Buffer.concat([Buffer.from([4]), member('p256', 'x'), member('p256', 'y')]);
  const ec = `ecdsa-sha2-nistp256 ${wire('ecdsa-sha2-nistp256', 'nistp256', point)}`;
  const ed = `ssh-ed25519 ${wire('ssh-ed25519', member('ed25519', 'x'))}`;

  it.each([
    [rsa, { kind: 'rsa', bits: 2048, label: 'me@home' }],
    [`\n${ec}\r\n`, { kind: 'ec', curve: 'P-256' }],
    [ed, { kind: 'okp', curve: 'Ed25519' }],
  ])('reads %s', (text, facts) => {
    expect(onlyKey(readKeys(text))).toMatchObject({ ...facts, format: 'openssh', private: false });
  });

  it.each([
    [`${ed}\n${rsa.slice(0, 200)}`, { code: 'openssh-malformed', line: 2 }],
    [ed.replace('ssh-ed25519 ', 'ssh-rsa '), { code: 'openssh-malformed', line: 1 }],
    [
      `ecdsa-sha2-nistp256 ${wire('ecdsa-sha2-nistp256', 'nistp256', point.fill(1, 40))}`,
      { code: 'point-off-curve' },
    ],
  ])('refuses %s', (text, fault) => {
    expect(faultOf(text)).toMatchObject(fault);
  });
});

describe('JSON Web Keys', () => {
  it.each(expected.filter(([name]) => name !== 'pss'))('reads %s', (name, facts) => {
    const text = jwkText(pairOf(name).publicKey, { kid: 'k1', use: 'sig', x5t: 1 });
    expect(onlyKey(readKeys(text))).toMatchObject({
      ...facts,
      format: 'jwk',
      kid: 'k1',
      use: 'sig',
      private: false,
    });
    expect(onlyKey(readKeys(jwkText(pairOf(name).privateKey)))).toMatchObject({ ...facts, private: true });
  });

  it('reads a set, leaves out what it does not understand, and says so', () => {
    const text = `{"keys": [{"kty": "XYZ"}, ${jwkText(pairOf('p256').publicKey)}, {"kty": "oct", "k": "c2VjcmV0"}]}`;
    const reading = readKeys(text);
    expect(reading).toMatchObject({
      ok: true,
      format: 'jwks',
      keys: [{ kind: 'ec' }, { kind: 'secret', bits: 48 }],
    });
    expect(reading.ok && reading.notes).toContainEqual({ code: 'skipped-keys', values: ['1'] });
  });

  const ec = pairOf('p256').publicKey.export({ format: 'jwk' });
  it.each([
    ['{"kty": "EC",', { code: 'json-broken', line: 1 }],
    ['{\n"kty": "RSA",\n"n": 5}', { code: 'member-malformed', line: 3, values: ['n'] }],
    ['{"kty": "RSA", "e": "AQAB"}', { code: 'member-missing', values: ['n'] }],
    ['{"kty": "RSA", "n": "AQAB", "e": "AA"}', { code: 'member-malformed', values: ['e'] }],
    ['{"kty": "RSA", "n": "AQ=B", "e": "AQAB"}', { code: 'member-malformed', values: ['n'] }],
    ['{"kty": "oct", "k": ""}', { code: 'empty' }],
    ['{"kty": "oct"}', { code: 'member-missing', values: ['k'] }],
    ['{"kty": "oct", "k": "AA", "k": "AQ"}', { code: 'duplicate-member', values: ['k'] }],
    ['{"kty": "FOO"}', { code: 'key-type-unknown', values: ['FOO'] }],
    ['{"keys": []}', { code: 'jwks-empty' }],
    ['{"keys": [{"kty": "FOO"}, 7]}', { code: 'jwks-none-usable', values: ['2'] }],
    ['{"jwks_uri": "https://issuer.example/keys"}', { code: 'discovery-document' }],
    ['{"sub": "me"}', { code: 'json-not-a-key' }],
    [JSON.stringify({ ...ec, y: ec.x }), { code: 'point-off-curve', values: ['P-256'] }],
    [JSON.stringify({ ...ec, crv: 'P-384' }), { code: 'coordinate-length', values: ['x', '32', '48'] }],
    [JSON.stringify({ ...ec, crv: 'P-257' }), { code: 'curve-unknown', values: ['P-257'] }],
    [JSON.stringify({ ...ec, kty: 'RSA' }), { code: 'member-missing', values: ['n'] }],
  ])('refuses %s', (text, fault) => {
    expect(faultOf(text)).toMatchObject(fault);
  });
});
