import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { verifyText } from '../../../src/core/verify/verifyText';
import { certificateFor } from '../key/madeCertificate';
import { jwkText, pairOf } from '../key/madeKeys';
import { assemble, signWithNode } from './signing';

const issuer = { name: 'Authority', key: pairOf('p256').privateKey };
const certificate = certificateFor({ name: 'Signer', key: pairOf('rsa').publicKey }, issuer);
const der = new X509Certificate(certificate).raw;
const digest = (hash: string) => createHash(hash).update(der).digest('base64url');
const [sha1, sha256] = [digest('sha1'), digest('sha256')];

const keysOf = (text: string, source: 'yours' | 'traffic' = 'yours') => {
  const reading = readKeys(text, undefined, source);
  return reading.ok ? reading.keys : [];
};
const [certified] = keysOf(certificate);
const jwkWith = (members: Record<string, unknown>) => keysOf(jwkText(pairOf('rsa').publicKey, members));
const plain = jwkWith({});
const other = keysOf(jwkText(pairOf('otherRsa').publicKey));

/** An RS256 token. */
const signedBy = (name: 'rsa' | 'otherRsa', header: object) =>
  assemble({ alg: 'RS256', ...header }, '{}', (input) =>
    signWithNode('RS256', pairOf(name).privateKey, input),
  );

describe('a token that asks for the key of a certificate', () => {
  it.each([
    ['its SHA-1 digest', { x5t: sha1 }],
    ['its SHA-256 digest', { 'x5t#S256': sha256 }],
    ['both', { x5t: sha1, 'x5t#S256': sha256 }],
    ['both, of which the better decides', { x5t: 'x', 'x5t#S256': sha256 }],
  ])('by %s gets it before others', async (_what, header) => {
    const token = signedBy('rsa', header);
    const verdict = await verifyText(token, [...other, ...plain, ...(certified ? [certified] : [])]);
    expect(verdict).toMatchObject({ state: 'verified', key: { format: 'x509' }, chosenBy: 'certificate' });
  });

  it.each([
    ['in its x5c', { x5c: [der.toString('base64')] }],
    ['by its x5t', { x5t: sha1 }],
    ['by its x5t#S256', { 'x5t#S256': sha256 }],
  ])('gets that of a JWK that names it %s', async (_what, members) => {
    const token = signedBy('rsa', { x5t: sha1, 'x5t#S256': sha256 });
    const [key] = jwkWith(members);
    expect(await verifyText(token, [...plain, ...(key ? [key] : [])])).toMatchObject({
      key: { certified: expect.anything() },
      chosenBy: 'certificate',
    });
  });

  it.each([
    ['of another certificate', { x5t: 'AAAA' }],
    ['that are no text', { x5t: 5 }],
    ['of which the better is of another', { x5t: sha1, 'x5t#S256': 'AAAA' }],
  ])('by digests %s is told that the key was found otherwise', async (_what, header) => {
    const token = signedBy('rsa', header);
    expect(await verifyText(token, certified ? [certified] : [])).toMatchObject({ chosenBy: 'only' });
  });

  it('is told so when the name that it also gives is of another key', async () => {
    const token = signedBy('rsa', { kid: 'new', x5t: sha1 });
    const verdict = await verifyText(token, jwkWith({ kid: 'old', x5t: sha1 }));
    expect(verdict).toMatchObject({ chosenBy: 'other-kid' });
  });

  it('gets what the user gave before what was only seen', async () => {
    const token = signedBy('rsa', { x5t: sha1 });
    const verdict = await verifyText(token, [...keysOf(certificate, 'traffic'), ...plain]);
    expect(verdict).toMatchObject({ key: { source: 'yours' }, chosenBy: 'tried' });
  });

  it('makes nothing verified that the key did not sign', async () => {
    const token = signedBy('otherRsa', { x5t: sha1 });
    expect(await verifyText(token, certified ? [certified] : [])).toMatchObject({ state: 'wrong' });
  });
});
