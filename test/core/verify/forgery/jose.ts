import { createHmac } from 'node:crypto';
import { jwkText, pairOf, pemOf } from '../../key/madeKeys';
import { assemble, longSecret, signWithNode } from '../signing';
import { type Forgery, payload } from './forgery';

const hmac = (secret: string | Uint8Array) => (input: string) =>
  createHmac('sha256', secret).update(input).digest();

/** The public key, in whatever form it is known, used as the secret of an HMAC (RFC 8725 section 2.1). */
export function confusionForgeries(): readonly Forgery[] {
  const { publicKey } = pairOf('rsa');
  const pem = pemOf(publicKey, 'spki');
  const jwk = jwkText(publicKey);
  const secrets: readonly (string | Uint8Array)[] = [
    pem,
    pem.trim(),
    jwk,
    publicKey.export({ format: 'der', type: 'spki' }),
    pemOf(publicKey, 'pkcs1'),
  ];
  return secrets.flatMap((secret, at) =>
    [pem, jwk, `{"keys":[${jwk}]}`].map((key, form) => ({
      name: `HS256 by a public key ${at} ${form}`,
      token: assemble({ alg: 'HS256' }, payload, hmac(secret)),
      key,
    })),
  );
}

/** Headers that say one thing to one reader and another to the next, or carry a key themselves. */
export function headerForgeries(): readonly Forgery[] {
  const own = jwkText(pairOf('otherRsa').publicKey);
  const byOther = (header: object) =>
    assemble({ alg: 'RS256', ...header }, payload, (input) =>
      signWithNode('RS256', pairOf('otherRsa').privateKey, input),
    );
  const carried = [
    { jwk: JSON.parse(own) },
    { jku: 'https://evil.example/keys', kid: 'a' },
    { x5u: 'https://evil.example/cert' },
    { kid: '../../../../dev/null' },
    { kid: "a' UNION SELECT 'key" },
  ].map((header, at) => ({
    name: `carried key ${at}`,
    token: byOther(header),
    key: pemOf(pairOf('rsa').publicKey, 'spki'),
  }));
  const headers = [
    '{"alg":"none"}',
    '{"alg":"None"}',
    '{"alg":"NONE"}',
    '{"alg":""}',
    '{"alg":null}',
    '{"alg":["HS256"]}',
    '{"alg":"HS256 "}',
    '{"alg":"HS256\\u0000"}',
    '{"alg":"hs256"}',
    '{"alg":"HS256","alg":"none"}',
    '{"alg":"none","alg":"HS256"}',
    '{"alg":"HS256","\\u0061lg":"none"}',
    '{"ALG":"HS256"}',
    '{"alg":"HS256","crit":["exp"],"exp":1}',
    '{"alg":"HS256","crit":[]}',
    '{"alg":"HS256","crit":["b64"]}',
    '{"alg":"HS256","b64":false}',
    '{"alg":"HS256","b64":"false","crit":["b64"]}',
    '\ufeff{"alg":"HS256"}',
    '{"alg":"HS256"}x',
    '{"alg":"HS256",}',
    "{'alg':'HS256'}",
  ].map((header) => ({
    name: `header ${header}`,
    token: assemble(header, payload, hmac(longSecret)),
    key: longSecret,
  }));
  return [...carried, ...headers];
}

/** The same token, written in another way than base64url knows. */
export function encodingForgeries(): readonly Forgery[] {
  const good = assemble({ alg: 'HS256', typ: 'JWT' }, payload, hmac(longSecret));
  const [header = '', claims = '', signature = ''] = good.split('.');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const loose = (text: string) => text.slice(0, -1) + alphabet[(alphabet.indexOf(text.slice(-1)) ^ 1) % 64];
  const changed = [
    `${header}.${claims}.${signature}=`,
    `${header}.${claims}=.${signature}`,
    `${header}=.${claims}.${signature}`,
    `${header}.${claims}.${loose(signature)}`,
    `${header}.${claims}.${signature}.`,
    `.${header}.${claims}.${signature}`,
    `${header}..${claims}.${signature}`,
    `${header}.${claims}.`,
    `${header}.${claims}`,
    `${header}.${claims}.${signature} `,
    ` ${header}.${claims}.${signature}`,
    `${header}.${claims}\n.${signature}`,
    `${header}.${claims}.${signature.slice(0, 20)}\n${signature.slice(20)}`,
    `${header}.${claims}.${signature}\u0000`,
    `${header}.${claims.replace(/^./, 'é')}.${signature}`,
  ];
  return changed.map((token, at) => ({ name: `written otherwise ${at}`, token, key: longSecret }));
}

/** Keys that say of themselves that they are for something else, or that are none. */
export function restrictedForgeries(): readonly Forgery[] {
  const { publicKey, privateKey } = pairOf('p256');
  const token = assemble({ alg: 'ES256' }, payload, (input) => signWithNode('ES256', privateKey, input));
  const jwk = publicKey.export({ format: 'jwk' });
  const other = pairOf('p384').publicKey.export({ format: 'jwk' });
  const keys: readonly Record<string, unknown>[] = [
    { ...jwk, use: 'enc' },
    { ...jwk, use: '' },
    { ...jwk, key_ops: ['sign'] },
    { ...jwk, key_ops: [] },
    { ...jwk, key_ops: ['deriveKey'] },
    { ...jwk, key_ops: 'verify' },
    { ...jwk, alg: 'ES384' },
    { ...jwk, alg: 'HS256' },
    { ...jwk, alg: '' },
    { ...jwk, crv: 'P-384' },
    { ...jwk, crv: 'P-256K' },
    { ...jwk, crv: 'p-256' },
    { ...jwk, x: jwk.y, y: jwk.x },
    { ...jwk, y: jwk.x },
    { ...jwk, x: `AA${jwk.x}` },
    { ...jwk, x: 'AAAA' },
    { ...jwk, x: `${jwk.x}=` },
    { ...jwk, kty: 'RSA' },
    { ...jwk, kty: 'oct', k: jwk.x },
    { ...other, crv: 'P-256' },
  ];
  return keys.map((key, at) => ({ name: `restricted key ${at}`, token, key: JSON.stringify(key) }));
}
