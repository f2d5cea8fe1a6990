import {
  constants,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  sign,
} from 'node:crypto';
import { importedAnew } from '../../../importedAnew';
import { pairOf, pemOf } from '../../key/madeKeys';
import { signWithNode } from '../signing';
import { bytesOf, encode, type Forgery, inputOf, numberOf } from './forgery';

const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** RSA on bytes as they are, without any padding of its own. */
const rawRsa = (key: KeyObject, bytes: Uint8Array) =>
  privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);

/** Paddings and encodings that lax readers take (RFC 8017 section 9.2 knows exactly one). */
export function rsaForgeries(): readonly Forgery[] {
  const { publicKey, privateKey } = pairOf('rsa');
  const input = inputOf('RS256');
  const hash = createHash('sha256').update(input).digest();
  const good = signWithNode('RS256', privateKey, input);
  const n = numberOf(Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url'));
  const padded = (tail: Uint8Array, type = 1, filling = 0xff, gap = 0) => {
    const fill = Buffer.alloc(256 - 3 - tail.length - gap, filling);
    return Buffer.concat([Buffer.of(0, type), fill, Buffer.of(0), tail, Buffer.alloc(gap, 0x41)]);
  };
  const info = Buffer.concat([sha256Info, hash]);
  const longForm = Buffer.concat([Buffer.from('308131', 'hex'), info.subarray(2)]);
  const encoded: Readonly<Record<string, Uint8Array>> = {
    'bare hash': padded(hash),
    'padding of encryption': padded(info, 2),
    'padding of zeros': padded(info, 1, 0),
    'something behind': padded(info, 1, 0xff, 20),
    'a long length': padded(longForm),
    'SHA-1 named': padded(
      Buffer.concat([Buffer.from('3021300906052b0e03021a05000414', 'hex'), hash.subarray(0, 20)]),
    ),
    'no padding': Buffer.concat([Buffer.alloc(256 - info.length), info]),
  };
  const signatures: Readonly<Record<string, Uint8Array>> = {
    zero: Buffer.alloc(256),
    one: bytesOf(1n, 256),
    'modulus less one': bytesOf(n - 1n, 256),
    modulus: bytesOf(n, 256),
    'wrapped, a byte longer': bytesOf(numberOf(good) + n, 257),
    'a byte before': Buffer.concat([Buffer.of(0), good]),
    'a byte behind': Buffer.concat([good, Buffer.of(0)]),
    'a byte less': good.subarray(1),
    PSS: signWithNode('PS256', privateKey, input),
    'another hash': signWithNode('RS384', privateKey, input),
    ...Object.fromEntries(Object.entries(encoded).map(([name, bytes]) => [name, rawRsa(privateKey, bytes)])),
  };
  return Object.entries(signatures).map(([what, bytes]) => ({
    name: `RS256 ${what}`,
    token: `${input}.${encode(bytes)}`,
    key: pemOf(publicKey, 'spki'),
  }));
}

/** With a public exponent of 3 a cube root forges for whoever does not look behind the hash (CVE-2006-4339). */
export function cubeRootForgery(): Forgery {
  const { publicKey } = importedAnew(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }));
  const input = inputOf('RS256');
  const hash = createHash('sha256').update(input).digest();
  const head = Buffer.concat([Buffer.from('0001ffffffffffffffff00', 'hex'), sha256Info, hash]);
  const target = numberOf(Buffer.concat([head, Buffer.alloc(256 - head.length, 0xff)]));
  let [low, high] = [0n, 2n ** 700n];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** 3n <= target) low = middle;
    else high = middle - 1n;
  }
  return {
    name: 'RS256 cube root',
    token: `${input}.${encode(bytesOf(low, 256))}`,
    key: pemOf(publicKey, 'spki'),
  };
}

/** Salts and keys that RFC 7518 section 3.5 does not allow. */
export function pssForgeries(): readonly Forgery[] {
  const { publicKey, privateKey } = pairOf('rsa');
  const input = inputOf('PS256');
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const salted = [0, 20, 31, 33, 222].map((saltLength) => ({
    name: `PS256 salt of ${saltLength}`,
    token: `${input}.${encode(sign('sha256', Buffer.from(input), { key: privateKey, padding, saltLength }))}`,
    key: pemOf(publicKey, 'spki'),
  }));
  const plain = `${input}.${encode(signWithNode('RS256', privateKey, input))}`;
  return [...salted, { name: 'PS256 by PKCS#1', token: plain, key: pemOf(publicKey, 'spki') }];
}

/** A key of an exponent that undoes nothing: what is signed is the padded text itself. */
export function keyForgeries(): readonly Forgery[] {
  const { n = '' } = pairOf('rsa').publicKey.export({ format: 'jwk' });
  const input = inputOf('RS256');
  const hash = createHash('sha256').update(input).digest();
  const info = Buffer.concat([sha256Info, hash]);
  const itself = Buffer.concat([Buffer.of(0, 1), Buffer.alloc(202, 0xff), Buffer.of(0), info]);
  const token = `${input}.${encode(itself)}`;
  const exponents = ['AQ', 'AAE', 'AAAB', 'Ag', 'AA', 'BA', ''];
  const even = encode(bytesOf(numberOf(Buffer.from(n, 'base64url')) - 1n, 256));
  return [
    ...exponents.map((e) => ({
      name: `RSA exponent ${e}`,
      token,
      key: JSON.stringify({ kty: 'RSA', n, e }),
    })),
    { name: 'RSA even modulus', token, key: JSON.stringify({ kty: 'RSA', n: even, e: 'AQAB' }) },
  ];
}
