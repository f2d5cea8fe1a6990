import {
  constants,
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  sign,
} from 'node:crypto';
import { importedAnew } from '../../importedAnew';
import { jwkText, pairOf, pemOf } from '../key/madeKeys';
import { assemble, longSecret, signWithNode } from './signing';

/** A token that must never verify under a key, as both would be pasted. */
export interface Forgery {
  name: string;
  token: string;
  key: string;
}

const payload = '{"sub":"mallory","admin":true}';
const encode = (value: string | Uint8Array) => Buffer.from(value).toString('base64url');
const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
const bytesOf = (value: bigint, length: number) =>
  Buffer.from(
    value
      .toString(16)
      .padStart(2 * length, '0')
      .slice(-2 * length),
    'hex',
  );

const inputOf = (alg: string) => `${encode(JSON.stringify({ alg }))}.${encode(payload)}`;

/** The orders of the curves' generators (FIPS 186-5, SEC 2). */
const curves = [
  ['ES256', 'p256', 32, 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
  [
    'ES384',
    'p384',
    48,
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ],
  [
    'ES512',
    'p521',
    66,
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ],
  ['ES256K', 'secp256k1', 32, 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n],
] as const;

/** Numbers that are zero, out of range, swapped, wrapped, or written in another way. */
function ecdsaForgeries(): readonly Forgery[] {
  return curves.flatMap(([alg, name, length, order]) => {
    const { publicKey, privateKey } = pairOf(name);
    const input = inputOf(alg);
    const good = signWithNode(alg, privateKey, input);
    const [r, s] = [numberOf(good.subarray(0, length)), numberOf(good.subarray(length))];
    const both = (one: bigint, other: bigint, size: number = length) =>
      Buffer.concat([bytesOf(one, size), bytesOf(other, size)]);
    const top = 2n ** BigInt(8 * length);
    const wrapped = (value: bigint) => (value + order < top ? value + order : order);
    const signatures: Readonly<Record<string, Uint8Array>> = {
      'both zero': both(0n, 0n),
      'r zero': both(0n, s),
      's zero': both(r, 0n),
      'r the order': both(order, s),
      's the order': both(r, order),
      'both the order': both(order, order),
      'both one': both(1n, 1n),
      'r one': both(1n, s),
      'all bits': both(top - 1n, top - 1n),
      'r wrapped': both(wrapped(r), s),
      's wrapped': both(r, wrapped(s)),
      'r negated': both(order - r, s),
      swapped: both(s, r),
      'order less one': both(order - 1n, order - 1n),
      'a byte more in each half': both(r, s, length + 1),
      'a byte less': good.subarray(0, -1),
      'a byte more': Buffer.concat([good, Buffer.of(0)]),
      'a byte before': Buffer.concat([Buffer.of(0), good]),
      'one half': good.subarray(0, length),
      'one half twice': Buffer.concat([good, good]),
      DER: sign(alg === 'ES256K' ? 'sha256' : `sha${alg.slice(2)}`, Buffer.from(input), privateKey),
    };
    return Object.entries(signatures).map(([what, bytes]) => ({
      name: `${alg} ${what}`,
      token: `${input}.${encode(bytes)}`,
      key: pemOf(publicKey, 'spki'),
    }));
  });
}

const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** RSA on bytes as they are, without any padding of its own. */
const rawRsa = (key: KeyObject, bytes: Uint8Array) =>
  privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);

/** Paddings and encodings that lax readers take (RFC 8017 section 9.2 knows exactly one). */
function rsaForgeries(): readonly Forgery[] {
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
function cubeRootForgery(): Forgery {
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
function pssForgeries(): readonly Forgery[] {
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
function keyForgeries(): readonly Forgery[] {
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

const orderOf25519 = 2n ** 252n + 27742317777372353535851937790883648493n;
const reversed = (bytes: Uint8Array) => Buffer.from(bytes).reverse();

function edwardsForgeries(): readonly Forgery[] {
  const { publicKey, privateKey } = pairOf('ed25519');
  const input = inputOf('EdDSA');
  const good = sign(null, Buffer.from(input), privateKey);
  const s = numberOf(reversed(good.subarray(32)));
  const withS = (value: bigint) => Buffer.concat([good.subarray(0, 32), reversed(bytesOf(value, 32))]);
  const signatures: Readonly<Record<string, Uint8Array>> = {
    'S wrapped': withS(s + orderOf25519),
    'S wrapped twice': withS(s + 2n * orderOf25519),
    'S zero': withS(0n),
    'S the order': withS(orderOf25519),
    zero: Buffer.alloc(64),
    'R zero': Buffer.concat([Buffer.alloc(32), good.subarray(32)]),
    'a byte more': Buffer.concat([good, Buffer.of(0)]),
    'a byte less': good.subarray(1),
    swapped: Buffer.concat([good.subarray(32), good.subarray(0, 32)]),
  };
  return Object.entries(signatures).map(([what, bytes]) => ({
    name: `EdDSA ${what}`,
    token: `${input}.${encode(bytes)}`,
    key: pemOf(publicKey, 'spki'),
  }));
}

/** Points of small order, under which the signature of nothing fits every text. */
function smallOrderForgeries(): readonly Forgery[] {
  const identity = Buffer.concat([Buffer.of(1), Buffer.alloc(31)]);
  const token = `${inputOf('EdDSA')}.${encode(Buffer.concat([identity, Buffer.alloc(32)]))}`;
  const points = [
    '01'.padEnd(64, '0'),
    '00'.padEnd(64, '0'),
    `${'00'.padEnd(62, '0')}80`,
    `${'01'.padEnd(62, '0')}80`,
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
    `ec${'ff'.repeat(30)}ff`,
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  ];
  const identity448 = Buffer.concat([Buffer.of(1), Buffer.alloc(56)]);
  const of448 = `${inputOf('Ed448')}.${encode(Buffer.concat([identity448, Buffer.alloc(57)]))}`;
  return [
    ...points.map((hex) => ({
      name: `Ed25519 point ${hex.slice(0, 8)}…${hex.slice(-4)}`,
      token,
      key: JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: encode(Buffer.from(hex, 'hex')) }),
    })),
    ...[identity448, Buffer.alloc(57)].map((x, at) => ({
      name: `Ed448 point ${at}`,
      token: of448,
      key: JSON.stringify({ kty: 'OKP', crv: 'Ed448', x: encode(x) }),
    })),
  ];
}

const hmac = (secret: string | Uint8Array) => (input: string) =>
  createHmac('sha256', secret).update(input).digest();

/** The public key, in whatever form it is known, used as the secret of an HMAC (RFC 8725 section 2.1). */
function confusionForgeries(): readonly Forgery[] {
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
function headerForgeries(): readonly Forgery[] {
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
function encodingForgeries(): readonly Forgery[] {
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
function restrictedForgeries(): readonly Forgery[] {
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

/** Own variants of the families that published vectors have. Not one may verify. */
export function forgeries(): readonly Forgery[] {
  return [
    ...ecdsaForgeries(),
    ...rsaForgeries(),
    cubeRootForgery(),
    ...pssForgeries(),
    ...keyForgeries(),
    ...edwardsForgeries(),
    ...smallOrderForgeries(),
    ...confusionForgeries(),
    ...headerForgeries(),
    ...encodingForgeries(),
    ...restrictedForgeries(),
  ];
}
