import { createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { openVault, sealVault, type Vault, vaultIterations, vaultKeyOf } from '../../../src/core/key/vault';

// The rounds that make a passphrase hard to guess take their time, and a busy machine's takes more.
vi.setConfig({ testTimeout: 60_000 });

const bytes = (length: number) => new Uint8Array(randomBytes(length));
const passphrase = 'correct horse battery staple';
const secret = 'kX9-plum-orbit-7c41b2e6';
const value = { kept: [{ name: 'flask secret', text: secret }] };
const salt = bytes(16);
const key = await vaultKeyOf(passphrase, salt);
const vault = await sealVault(key, value, bytes(12));

const wrong = { ok: false, fault: 'passphrase' };
const damaged = { ok: false, fault: 'damaged' };

test('the passphrase opens it, and another does not', async () => {
  expect(await openVault(vault, passphrase)).toMatchObject({ ok: true, value });
  expect(await openVault(vault, `${passphrase} `)).toEqual(wrong);
  expect(await openVault(vault, '')).toEqual(wrong);
});

test('is PBKDF2 with SHA-256, at least 600,000 rounds of it, and AES-256-GCM', () => {
  expect(vault.iterations).toBeGreaterThanOrEqual(600_000);
  const made = pbkdf2Sync(passphrase, Buffer.from(vault.salt, 'base64url'), vault.iterations, 32, 'sha256');
  expect(Buffer.from(key.bytes)).toEqual(made);
  const sealed = Buffer.from(vault.sealed, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', made, Buffer.from(vault.iv, 'base64url'));
  cipher.setAAD(Buffer.from(`claimscope keyring 1 ${vault.iterations} ${vault.salt}`));
  cipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  expect(JSON.parse(plain.toString())).toEqual(value);
  expect(plain.length % 1024).toBe(0);
});

test('holds nothing of the keys in any encoding', () => {
  const text = JSON.stringify(vault);
  for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const)
    expect(text).not.toContain(Buffer.from(secret).toString(encoding).slice(0, 12));
  expect(text).not.toContain('flask');
});

test('letters count the same however they are composed', async () => {
  const composed = await sealVault(await vaultKeyOf('caf\u00e9', salt), value, bytes(12));
  expect(await openVault(composed, 'cafe\u0301')).toMatchObject({ ok: true });
});

const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

test.each<[string, Partial<Vault>]>([
  ['what is sealed', { sealed: flipped(vault.sealed) }],
  ['the iv', { iv: flipped(vault.iv) }],
  ['the salt', { salt: flipped(vault.salt) }],
  ['the rounds', { iterations: vaultIterations + 1 }],
])('a change of %s is noticed', async (_what, change) => {
  expect(await openVault({ ...vault, ...change }, passphrase)).toEqual(wrong);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'vault'],
  ['another version', { ...vault, version: 2 }],
  ['few rounds', { ...vault, iterations: 1000 }],
  ['endless rounds', { ...vault, iterations: 1e12 }],
  ['half a round', { ...vault, iterations: 600_000.5 }],
  ['a short iv', { ...vault, iv: 'AAAA' }],
  ['a salt that is no base64url', { ...vault, salt: '!' }],
  ['nothing sealed', { ...vault, sealed: undefined }],
])('%s is no vault', async (_what, broken) => {
  expect(await openVault(broken, passphrase)).toEqual(damaged);
});
