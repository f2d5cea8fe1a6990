import { compactDecrypt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { keyOf, makeKey, recipes } from '../../../src/core/sign/generate';
import { encryptCompact } from '../../../src/core/sign/jwe/encrypt';
import { encryptingAlgorithms } from '../../../src/core/sign/jwe/recipients';
import { readToken } from '../../../src/core/token/read';
import { contents } from '../../../src/core/verify/decrypt/content';
import { decryptToken } from '../../../src/core/verify/decrypt/decrypt';
import { managements } from '../../../src/core/verify/decrypt/management';
import { jwkText, pairOf } from '../key/madeKeys';

// Passwords take many rounds on purpose.
vi.setConfig({ testTimeout: 60_000 });

const plaintext = '{"sub":"Käthe", "n": 12345678901234567890}';

function keyIn(text: string, encoding?: 'hex'): Key {
  const reading = readKeys(text, encoding);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error('no key');
  return key;
}

const secretOf = (bytes: number) => Buffer.alloc(bytes, 9);

/** Who can open a token of that kind: our key to encrypt with and to open with, and jose's. */
async function recipient(alg: string, enc: string) {
  if (alg.startsWith('RSA')) return pairs('rsa');
  if (alg.startsWith('ECDH')) return pairs('p521');
  const management = managements[alg];
  const bytes = secretOf(management?.wrapBytes ?? contents[enc]?.keyBytes ?? 0);
  const key = keyIn(bytes.toString('hex'), 'hex');
  return { to: key, own: key, theirs: bytes };
}

function pairs(name: 'rsa' | 'p521' | 'p256') {
  const { publicKey, privateKey } = pairOf(name);
  return { to: keyIn(jwkText(publicKey)), own: keyIn(jwkText(privateKey)), theirs: privateKey };
}

const openedText = async (token: string, key: Key) => {
  const opened = await decryptToken(readToken(token), [key]);
  return opened.state === 'decrypted' ? new TextDecoder().decode(opened.plaintext) : opened;
};

describe.each(Object.keys(managements))('%s', (alg) => {
  it.each(Object.keys(contents))('with %s is opened here and by jose', async (enc) => {
    const { to, own, theirs } = await recipient(alg, enc);
    const header = JSON.stringify({ alg, enc, ...(alg.startsWith('PBES2') && { p2c: 1000 }) });
    const encryption = await encryptCompact({ header, plaintext, key: to });
    const token = encryption.state === 'encrypted' ? encryption.token : encryption.code;
    expect(await openedText(token, own)).toBe(plaintext);
    const { plaintext: opened } = await compactDecrypt(token, theirs, { keyManagementAlgorithms: [alg] });
    expect(new TextDecoder().decode(opened)).toBe(plaintext);
  });
});

describe('the header', () => {
  it('stays as written, with what encryption adds at its end', async () => {
    const header = '{ "enc" : "A256GCM",\r\n "alg" : "ECDH-ES", "x": 1.0 }';
    const encryption = await encryptCompact({ header, plaintext, key: pairs('p256').to });
    const text = encryption.state === 'encrypted' ? encryption.header : '';
    expect(text.startsWith('{ "enc" : "A256GCM",\r\n "alg" : "ECDH-ES", "x": 1.0, "epk": {')).toBe(true);
    expect(text.endsWith('} }')).toBe(true);
  });

  it('gives apu, apv and p2c their say', async () => {
    const { to, own, theirs } = pairs('p256');
    const header = '{"alg":"ECDH-ES+A128KW","enc":"A128GCM","apu":"QWxpY2U","apv":"Qm9i"}';
    const encryption = await encryptCompact({ header, plaintext, key: to });
    const token = encryption.state === 'encrypted' ? encryption.token : '';
    expect(await openedText(token, own)).toBe(plaintext);
    await expect(compactDecrypt(token, theirs)).resolves.toBeTruthy();
    const password = keyIn('a password');
    const slow = await encryptCompact({
      header: '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2000}',
      plaintext,
      key: password,
    });
    expect(slow.state === 'encrypted' && slow.header).toContain('"p2c":2000');
  });

  it('asks a password for no more rounds than jose takes by default', async () => {
    const header = '{"alg":"PBES2-HS512+A256KW","enc":"A128GCM"}';
    const encryption = await encryptCompact({ header, plaintext, key: keyIn('a password') });
    const token = encryption.state === 'encrypted' ? encryption.token : '';
    const options = { keyManagementAlgorithms: ['PBES2-HS512+A256KW'] };
    const opened = await compactDecrypt(token, Buffer.from('a password'), options);
    expect(new TextDecoder().decode(opened.plaintext)).toBe(plaintext);
  });

  it('compresses when it says so', async () => {
    const key = keyIn(secretOf(16).toString('hex'), 'hex');
    const long = JSON.stringify({ text: 'again and '.repeat(500) });
    const header = '{"alg":"dir","enc":"A128GCM","zip":"DEF"}';
    const encryption = await encryptCompact({ header, plaintext: long, key });
    const token = encryption.state === 'encrypted' ? encryption.token : '';
    expect(token.length).toBeLessThan(500);
    expect(await openedText(token, key)).toBe(long);
  });

  it('takes another iv each time', async () => {
    const key = keyIn(secretOf(16).toString('hex'), 'hex');
    const make = () => encryptCompact({ header: '{"alg":"dir","enc":"A128GCM"}', plaintext, key });
    const [one, other] = await Promise.all([make(), make()]);
    expect(one.state === 'encrypted' && one.token).not.toBe(other.state === 'encrypted' && other.token);
  });
});

describe.each(['X25519', 'X448', 'P-256', 'P-384'])('ECDH-ES to a new key on %s', (name) => {
  it('is opened', async () => {
    const recipe = recipes.find((each) => each.name === name);
    const key = recipe && keyOf(await makeKey(recipe));
    if (!key) throw new Error('no key');
    const header = '{"alg":"ECDH-ES+A192KW","enc":"A192CBC-HS384"}';
    const encryption = await encryptCompact({ header, plaintext, key });
    expect(await openedText(encryption.state === 'encrypted' ? encryption.token : '', key)).toBe(plaintext);
  });
});

const aes128 = () => keyIn(secretOf(16).toString('hex'), 'hex');
const refusals: readonly [header: string, key: (() => Key) | undefined, code: string][] = [
  ['{', aes128, 'header-json'],
  ['[]', aes128, 'header-not-object'],
  ['{}', aes128, 'alg-missing'],
  ['{"alg":"RSA1_5","enc":"A128GCM"}', aes128, 'alg-unsupported'],
  ['{"alg":"dir"}', aes128, 'enc-missing'],
  ['{"alg":"dir","enc":"A1GCM"}', aes128, 'enc-unsupported'],
  ['{"alg":"dir","enc":"A128GCM","zip":"GZ"}', aes128, 'zip-unsupported'],
  ['{"alg":"dir","enc":"A128GCM","x":"\uD800"}', aes128, 'lone-surrogate'],
  ['{"alg":"dir","enc":"A128GCM"}', undefined, 'no-key'],
  ['{"alg":"dir","enc":"A128GCM"}', () => pairs('rsa').to, 'needs-secret'],
  ['{"alg":"RSA-OAEP","enc":"A128GCM"}', aes128, 'needs-rsa'],
  ['{"alg":"ECDH-ES","enc":"A128GCM"}', aes128, 'needs-curve'],
  ['{"alg":"ECDH-ES","enc":"A128GCM"}', () => keyIn(jwkText(pairOf('ed25519').publicKey)), 'needs-curve'],
  ['{"alg":"dir","enc":"A256GCM"}', aes128, 'key-size'],
  ['{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1e12}', aes128, 'p2c-too-high'],
  ['{"alg":"A256KW","enc":"A256GCM"}', aes128, 'key-size'],
  [
    '{"alg":"RSA-OAEP","enc":"A128GCM"}',
    () => keyIn(jwkText(pairOf('rsa').publicKey, { use: 'sig' })),
    'key-use',
  ],
  [
    '{"alg":"RSA-OAEP","enc":"A128GCM"}',
    () => keyIn(jwkText(pairOf('rsa').publicKey, { key_ops: ['verify'] })),
    'key-use',
  ],
  [
    '{"alg":"RSA-OAEP","enc":"A128GCM"}',
    () => keyIn(jwkText(pairOf('rsa').publicKey, { alg: 'RSA-OAEP-256' })),
    'key-alg',
  ],
];

describe('refusals', () => {
  it.each(refusals)('%s: %s', async (header, key, code) => {
    expect(await encryptCompact({ header, plaintext, key: key?.() })).toMatchObject({
      state: 'refused',
      code,
    });
  });
});

describe('the choice of algorithms', () => {
  it.each([
    ['a secret of 128 bits', aes128, ['dir', 'A128KW', 'A128GCMKW', 'PBES2']],
    ['an RSA key', () => pairs('rsa').to, ['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512']],
    [
      'a P-256 key',
      () => pairs('p256').to,
      ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'],
    ],
    ['an Ed25519 key', () => keyIn(jwkText(pairOf('ed25519').publicKey)), []],
  ])('is what fits: %s', (_what, key, expected) => {
    const content = contents.A128GCM;
    const found = content ? encryptingAlgorithms(key(), 'A128GCM', content) : [];
    expect(found.filter((name) => !name.startsWith('PBES2-'))).toEqual(
      expected.filter((name) => name !== 'PBES2'),
    );
    expect(found.some((name) => name.startsWith('PBES2-'))).toBe((expected as string[]).includes('PBES2'));
  });
});
