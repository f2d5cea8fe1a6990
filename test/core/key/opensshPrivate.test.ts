import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { privatePem, wholeJwkText } from '../../../src/core/key/convert';
import type { Key } from '../../../src/core/key/key';
import { readKeys } from '../../../src/core/key/readKeys';
import { thumbprintOf } from '../../../src/core/key/thumbprint';
import { mangled } from './madeKeys';
import { lockedBySshKeygen, sshKeygenWrote } from './sshKeys';

function keyOf(text: string): Key {
  const reading = readKeys(text);
  const [key] = reading.ok ? reading.keys : [];
  if (!key) throw new Error(JSON.stringify(reading));
  return key;
}

const faultOf = (text: string) => {
  const reading = readKeys(text);
  return reading.ok ? 'none' : reading.fault.code;
};

describe.each(Object.entries(sshKeygenWrote))('an OpenSSH private key: %s', (_name, written) => {
  test.each(Object.entries(mangled))('is read %s', async (_how, mangle) => {
    const key = keyOf(mangle(written.private));
    expect(key).toMatchObject({ format: 'openssh', private: true, label: 'test only' });
    expect(await thumbprintOf(key)).toBe(await thumbprintOf(keyOf(written.public)));
  });

  test('has a private half that OpenSSL takes', async () => {
    const pem = (await privatePem(keyOf(written.private))) ?? '';
    const { x, n } = createPrivateKey(pem).export({ format: 'jwk' });
    expect(JSON.parse((await wholeJwkText(keyOf(written.private))) ?? '')).toMatchObject(n ? { n } : { x });
  });
});

test('one under a passphrase is named', () => {
  expect(faultOf(lockedBySshKeygen)).toBe('openssh-encrypted');
});

/** With the bytes of the PEM body changed. */
function changed(change: (bytes: Buffer) => Buffer): string {
  const body = sshKeygenWrote.ed25519.private.replace(/-----[^-]+-----|\s/g, '');
  const bytes = change(Buffer.from(body, 'base64')).toString('base64');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  ['cut off', (bytes) => bytes.subarray(0, 60), 'openssh-malformed'],
  [
    'of another make',
    (bytes) => Buffer.from(bytes.toString('latin1').replace('v1', 'v2'), 'latin1'),
    'openssh-malformed',
  ],
  [
    'of another type',
    (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('ssh-ed25519', 'ssh-ed25518'), 'latin1'),
    'key-type-unknown',
  ],
  ['empty', () => Buffer.from([0]), 'openssh-malformed'],
])('one that is %s is none', (_what, change, fault) => {
  expect(faultOf(changed(change))).toBe(fault);
});

test('no change of a byte makes the reader throw', () => {
  for (let at = 0; at < 200; at++)
    faultOf(
      changed((bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        return bytes;
      }),
    );
});
