import { sign } from 'node:crypto';
import { pairOf, pemOf } from '../../key/madeKeys';
import { bytesOf, encode, type Forgery, inputOf, numberOf } from './forgery';

const orderOf25519 = 2n ** 252n + 27742317777372353535851937790883648493n;
const reversed = (bytes: Uint8Array) => Buffer.from(bytes).reverse();

export function edwardsForgeries(): readonly Forgery[] {
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
export function smallOrderForgeries(): readonly Forgery[] {
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
