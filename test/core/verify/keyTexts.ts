import type { KeyObject } from 'node:crypto';
import { certificateFor } from '../key/madeCertificate';
import { jwkText, type MadeName, pairOf, pemOf } from '../key/madeKeys';
import { longSecret } from './signing';

const bytesOf = (text = '') => Buffer.from(text, 'base64url');

/** A field of SSH's wire format (RFC 4251 section 5). */
function field(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A number gets a zero byte before a first bit that is set. */
const mpint = (bytes: Buffer) =>
  field((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);

/** The line of an OpenSSH public key; undefined for keys that OpenSSH does not have. */
function opensshText(key: KeyObject): string | undefined {
  const { kty, crv = '', n, e, x, y } = key.export({ format: 'jwk' });
  const lines: Readonly<Record<string, () => [type: string, ...fields: Buffer[]]>> = {
    RSA: () => ['ssh-rsa', mpint(bytesOf(e)), mpint(bytesOf(n))],
    Ed25519: () => ['ssh-ed25519', field(bytesOf(x))],
    EC: () => {
      const curve = `nistp${crv.slice(2)}`;
      const point = Buffer.concat([Buffer.of(4), bytesOf(x), bytesOf(y)]);
      return [`ecdsa-sha2-${curve}`, field(Buffer.from(curve)), field(point)];
    },
  };
  const line = /^(?:secp256k1|Ed448)$/.test(crv) ? undefined : (lines[crv] ?? lines[kty ?? '']);
  if (!line) return undefined;
  const [type, ...fields] = line();
  return `${type} ${Buffer.concat([field(Buffer.from(type)), ...fields]).toString('base64')} someone@example`;
}

/** Every way in which the key of a signature may be written. */
export function keyTextsOf(name: MadeName): Readonly<Record<string, string>> {
  const { publicKey, privateKey } = pairOf(name);
  const openssh = opensshText(publicKey);
  const issuer = { name: 'issuer', key: pairOf('p256').privateKey };
  return {
    SPKI: pemOf(publicKey, 'spki'),
    'PKCS#8': pemOf(privateKey, 'pkcs8'),
    JWK: jwkText(publicKey),
    'private JWK': jwkText(privateKey),
    JWKS: `{"keys": [${jwkText(pairOf('shortRsa').publicKey)}, ${jwkText(publicKey, { kid: 'b' })}]}`,
    'bare DER': publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    'X.509': certificateFor({ name: 'subject', key: publicKey }, issuer),
    ...(openssh !== undefined && { OpenSSH: openssh }),
    ...(publicKey.asymmetricKeyType === 'rsa' && { 'PKCS#1': pemOf(publicKey, 'pkcs1') }),
    ...(publicKey.asymmetricKeyType === 'ec' && { SEC1: pemOf(privateKey, 'sec1') }),
  };
}

/** The long secret in every encoding. */
export const secretTexts = {
  text: longSecret,
  base64: Buffer.from(longSecret).toString('base64'),
  base64url: Buffer.from(longSecret).toString('base64url'),
  hex: Buffer.from(longSecret).toString('hex'),
} as const;
