import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { certificateFor } from './madeCertificate';
import { pairOf } from './madeKeys';

const authority = { name: 'Authority', key: pairOf('p256').privateKey };
const leaf = certificateFor({ name: 'Zürich signer', key: pairOf('rsa').publicKey }, authority);
const root = certificateFor({ name: 'Authority', key: pairOf('p256').publicKey }, authority);

describe('a certificate', () => {
  it('is made well enough for OpenSSL', () => {
    expect(new X509Certificate(leaf).verify(pairOf('p256').publicKey)).toBe(true);
  });

  it('gives its key, its names and its validity', () => {
    expect(readKeys(leaf)).toMatchObject({
      ok: true,
      format: 'x509',
      keys: [
        {
          kind: 'rsa',
          bits: 2048,
          label: 'CN=Zürich signer, C=CH',
          certificate: {
            subject: 'CN=Zürich signer, C=CH',
            issuer: 'CN=Authority, C=CH',
            notBeforeSeconds: Date.UTC(2001, 1, 3, 4, 5, 6) / 1000,
            notAfterSeconds: Date.UTC(2051, 1, 3, 4, 5, 6) / 1000,
          },
        },
      ],
    });
  });

  it('is taken with its chain, whose other keys do not count', () => {
    const reading = readKeys(leaf + root);
    expect(reading).toMatchObject({ ok: true, keys: [{ kind: 'rsa' }] });
    expect(reading.ok && reading.keys).toHaveLength(1);
    expect(reading.ok && reading.notes).toContainEqual({ code: 'issuers-ignored', values: ['1'] });
  });

  it('counts on its own when it vouches for itself', () => {
    expect(readKeys(root)).toMatchObject({ ok: true, keys: [{ kind: 'ec', format: 'x509' }], notes: [] });
  });

  it('is refused when cut inside', () => {
    const lines = leaf.split('\n');
    expect(readKeys([...lines.slice(0, 4), ...lines.slice(6)].join('\n'))).toMatchObject({
      ok: false,
      fault: { code: 'der-cut', line: 1 },
    });
  });
});
