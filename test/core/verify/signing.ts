import { constants, createHmac, type KeyObject, sign } from 'node:crypto';
import { CompactSign } from 'jose';
import type { MadeName } from '../key/madeKeys';

/** Secrets long enough for each HMAC, so that no test meets a weak key by accident. */
export const longSecret = 'an-unusual-secret-of-this-test-alone-that-is-longer-than-the-512-bits-of-HS512';

/** Which made key signs with which algorithm. */
export const signers: readonly [alg: string, key: MadeName | 'secret'][] = [
  ['HS256', 'secret'],
  ['HS384', 'secret'],
  ['HS512', 'secret'],
  ['RS256', 'rsa'],
  ['RS384', 'rsa'],
  ['RS512', 'rsa'],
  ['PS256', 'rsa'],
  ['PS384', 'rsa'],
  ['PS512', 'rsa'],
  ['ES256', 'p256'],
  ['ES384', 'p384'],
  ['ES512', 'p521'],
  ['EdDSA', 'ed25519'],
  ['Ed25519', 'ed25519'],
  ['EdDSA', 'ed448'],
  ['Ed448', 'ed448'],
  ['ES256K', 'secp256k1'],
];

/** What jose does not sign. */
export const notByJose: ReadonlySet<string> = new Set(['secp256k1', 'ed448']);

function encode(value: string | Uint8Array): string {
  return Buffer.from(value).toString('base64url');
}

/** A compact JWS of any header and payload text, signed by `signature`. */
export function assemble(
  header: Record<string, unknown> | string,
  payload: string,
  signature: (input: string) => Uint8Array,
): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const input = `${encode(text)}.${encode(payload)}`;
  return `${input}.${encode(signature(input))}`;
}

/** Signs as OpenSSL does. */
export function signWithNode(alg: string, key: KeyObject | string, input: string): Uint8Array {
  const hash = `sha${alg.slice(2)}`;
  if (typeof key === 'string') return createHmac(hash, key).update(input).digest();
  const bytes = Buffer.from(input);
  if (key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448') return sign(null, bytes, key);
  if (alg.startsWith('PS')) {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return sign(hash, bytes, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
  }
  return sign(alg === 'ES256K' ? 'sha256' : hash, bytes, { key, dsaEncoding: 'ieee-p1363' });
}

/** Signs as jose does. */
export function signWithJose(alg: string, key: KeyObject | Uint8Array, payload: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg, typ: 'JWT' }).sign(key);
}
