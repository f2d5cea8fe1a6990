import { describe, expect, test } from 'vitest';
import { keyFileText } from '../../../src/core/key/keyFile';
import { readKeys } from '../../../src/core/key/readKeys';
import { certificateFor } from './madeCertificate';
import { pairOf, pemOf } from './madeKeys';

const { publicKey, privateKey } = pairOf('p256');
const rsa = pairOf('rsa');
const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');

/** What is read of a file. */
function readFile(bytes: Uint8Array) {
  const file = keyFileText(bytes);
  return file && readKeys(file.text, file.encoding);
}

describe('a file of bare DER', () => {
  const files: Readonly<Record<string, string>> = {
    spki: pemOf(publicKey, 'spki'),
    pkcs8: pemOf(privateKey, 'pkcs8'),
    sec1: pemOf(privateKey, 'sec1'),
    pkcs1: pemOf(rsa.publicKey, 'pkcs1'),
    x509: certificateFor({ name: 'a', key: publicKey }, { name: 'a', key: privateKey }),
  };
  test.each(Object.entries(files))('is read as its PEM would be: %s', (format, pem) => {
    expect(readFile(derOf(pem))).toMatchObject({ ok: true, format, keys: [{ format }] });
    expect(keyFileText(derOf(pem))?.text.trim()).toBe(pem.trim());
  });

  test('that is a private RSA key says so in its label', () => {
    const pem = pemOf(rsa.privateKey, 'pkcs1');
    expect(keyFileText(derOf(pem))?.text).toContain('BEGIN RSA PRIVATE KEY');
    expect(readFile(derOf(pem))).toMatchObject({ ok: true, keys: [{ private: true }] });
  });

  test('under a passphrase asks for it', () => {
    const options = { format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
    expect(readFile(rsa.privateKey.export(options))).toMatchObject({
      ok: false,
      fault: { code: 'pem-encrypted' },
    });
  });
});

test('text stays what it is, whatever wrote it', () => {
  const pem = pemOf(publicKey, 'spki');
  expect(keyFileText(Buffer.from(pem))).toEqual({ text: pem });
  expect(keyFileText(Buffer.from(`\ufeff${pem}`))).toEqual({ text: pem });
  expect(keyFileText(Buffer.from(`\ufeff${pem}`, 'utf16le'))).toEqual({ text: pem });
  expect(keyFileText(Buffer.from('a secret\n'))).toEqual({ text: 'a secret\n' });
});

test('other bytes are a secret', () => {
  const bytes = Buffer.from('ff00fe80ff00fe80ff00fe80ff00fe80', 'hex');
  expect(readFile(bytes)).toMatchObject({ ok: true, format: 'secret', keys: [{ bits: 128 }] });
  expect(readFile(bytes)).toMatchObject({ keys: [{ material: { bytes: new Uint8Array(bytes) } }] });
});

test('a file that is too large is no key', () => {
  expect(keyFileText(new Uint8Array(1_000_001))).toBeUndefined();
});
