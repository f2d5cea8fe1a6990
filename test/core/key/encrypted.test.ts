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

  it.each([[lockedWith('des-ede3-cbc', 'x')], [lockedWith('aes-256-cbc', 'x', 'pkcs1')]])(
    'says which protection is not supported',
    async (text) => {
      expect(await outcomeOf(text, 'x')).toBe('pem-cipher-unknown');
    },
  );

  it('says when the text is no such key', async () => {
    expect(await outcomeOf('nothing', 'x')).toBe('pem-cut');
    const cut = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----';
    expect(await outcomeOf(cut, 'x')).toBe('pem-cipher-unknown');
  });
});
