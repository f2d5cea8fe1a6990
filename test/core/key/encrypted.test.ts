import { describe, expect, it } from 'vitest';
import { openEncrypted } from '../../../src/core/key/encrypted';
import { readKeys } from '../../../src/core/key/readKeys';
import { pairOf } from './madeKeys';

function lockedWith(cipher: string, passphrase: string, type: 'pkcs8' | 'pkcs1' = 'pkcs8'): string {
  const options = { format: 'pem', type: type as 'pkcs8', cipher, passphrase } as const;
  return pairOf('rsa').privateKey.export(options).toString();
}

async function outcomeOf(text: string, passphrase: string): Promise<string> {
  const reading = await openEncrypted(text, passphrase);
  return reading.ok ? `${reading.keys[0]?.kind} ${reading.keys[0]?.private}` : reading.fault.code;
}

/** By openssl pkcs8 -topk8 -scrypt, a key for this test alone. */
const underScrypt = `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHkME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAhVry5DeB95kgICBAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBAhPFVaUnFtw0yeQbakBamzBIGQhUc1uH2wUfzB
Zb7WZqzTYOHtOiQJbM+oaz23aBtFYsRP3BKUDeqe1cFF72SW3swqN7uQQSfE7lqB
MQuwuOHAKEQjtifWA/NkTIzwXOL9Ul2RMLeeyIb8iHZ2/oMkvsrL3rGY5iRXKh5d
IahQmXlfQHpOdHtXIhrKH0J1o49/Wk7nhqxHAIgya5+kcpJ9se/6
-----END ENCRYPTED PRIVATE KEY-----
`;

describe('a private key under a passphrase', () => {
  it.each(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc'])('opens when locked with %s', async (cipher) => {
    const text = lockedWith(cipher, 'pässword');
    expect(readKeys(text)).toMatchObject({ ok: false, fault: { code: 'pem-encrypted' } });
    expect(await outcomeOf(text, 'pässword')).toBe('rsa true');
  });

  it('stays shut for another passphrase', async () => {
    expect(await outcomeOf(lockedWith('aes-256-cbc', 'right'), 'wrong')).toBe('passphrase-wrong');
    expect(await outcomeOf(lockedWith('aes-256-cbc', 'right'), '')).toBe('passphrase-wrong');
  });

  it.each(['pkcs1', 'sec1'] as const)('opens what older tools wrote: %s', async (type) => {
    const { privateKey } = pairOf(type === 'sec1' ? 'p256' : 'rsa');
    for (const cipher of ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc']) {
      const options = { format: 'pem', type: type as 'pkcs8', cipher, passphrase: 'pässword' } as const;
      const text = privateKey.export(options).toString();
      expect(text).toContain('Proc-Type: 4,ENCRYPTED');
      expect(readKeys(text)).toMatchObject({ ok: false, fault: { code: 'pem-encrypted' } });
      expect(await outcomeOf(text, 'pässword')).toBe(type === 'sec1' ? 'ec true' : 'rsa true');
      expect(await outcomeOf(text.replaceAll('\n', '\r\n'), 'pässword')).toMatch(/true$/);
      expect(await outcomeOf(text, 'another')).toBe('passphrase-wrong');
    }
  });

  it('opens one under scrypt', async () => {
    expect(await outcomeOf(underScrypt, 'pässword')).toBe('ec true');
    expect(await outcomeOf(underScrypt, 'another')).toBe('passphrase-wrong');
  });

  it.each([
    ['DES-EDE3-CBC', 'pkcs8'],
    ['DES-EDE3-CBC', 'pkcs1'],
  ] as const)('names a protection that is not supported: %s, %s', async (name, type) => {
    const reading = await openEncrypted(lockedWith('des-ede3-cbc', 'x', type), 'x');
    expect(reading).toMatchObject({ ok: false, fault: { code: 'pem-cipher-unknown', values: [name] } });
  });

  it('says when the text is no such key', async () => {
    expect(await outcomeOf('nothing', 'x')).toBe('pem-cut');
    const cut = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----';
    expect(await outcomeOf(cut, 'x')).toBe('pem-cipher-unknown');
  });
});
