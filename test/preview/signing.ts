import { encodeBase64url } from '../../src/core/token/base64url';
import { fixtureKey } from './rsaKey';

/** A JSON text, or a value to be written as one. A text goes into the token as it is. */
type Json = string | object;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const written = (json: Json) => (typeof json === 'string' ? json : JSON.stringify(json));
const encoded = (json: Json) => encodeBase64url(bytesOf(written(json)));

/** Signs a payload with a shared secret (HS256), so that fixtures are real tokens. */
export async function signHs256(payload: Json, secret: string, header: Json = { alg: 'HS256', typ: 'JWT' }) {
  const usage: KeyUsage[] = ['sign'];
  const key = await crypto.subtle.importKey(
    'raw',
    bytesOf(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    usage,
  );
  return signed(header, payload, (input) => crypto.subtle.sign('HMAC', key, input));
}

const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Signs a payload (RS256) with the key of the fixtures: the same token each time. Gives the public key as JWK text too. */
export async function signAlikeRs256(payload: Json, kid: string): Promise<{ token: string; jwk: string }> {
  const key = await crypto.subtle.importKey('jwk', fixtureKey, rs256, false, ['sign']);
  const sign = (input: Uint8Array<ArrayBuffer>) => crypto.subtle.sign(rs256.name, key, input);
  const { kty, n, e } = fixtureKey;
  return {
    token: await signed({ alg: 'RS256', typ: 'at+jwt', kid }, payload, sign),
    jwk: JSON.stringify({ kty, kid, use: 'sig', n, e }),
  };
}

/** Makes a key pair and signs a payload with it (RS256); gives the public key as JWK text too. */
export async function signRs256(payload: Json, kid: string): Promise<{ token: string; jwk: string }> {
  const algorithm = { ...rs256, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // Not exported as a JWK at once: see test/importedAnew.ts.
  const spki = await crypto.subtle.exportKey('spki', pair.publicKey);
  const anew = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', anew);
  const sign = (input: Uint8Array<ArrayBuffer>) => crypto.subtle.sign(algorithm.name, pair.privateKey, input);
  const token = await signed({ alg: 'RS256', typ: 'at+jwt', kid }, payload, sign);
  return { token, jwk: JSON.stringify({ kty, kid, use: 'sig', n, e }) };
}

async function signed(
  header: Json,
  payload: Json,
  sign: (input: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>,
) {
  const input = `${encoded(header)}.${encoded(payload)}`;
  return `${input}.${encodeBase64url(new Uint8Array(await sign(bytesOf(input))))}`;
}

/** Something of the shape of an encrypted token; nobody can open it. */
export function encryptedLook(): string {
  const noise = (length: number) =>
    encodeBase64url(Uint8Array.from({ length }, (_, at) => (at * 151 + 7) % 256));
  return [
    encoded({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'enc-1' }),
    noise(256),
    noise(12),
    noise(180),
    noise(16),
  ].join('.');
}
