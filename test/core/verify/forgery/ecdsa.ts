import { sign } from 'node:crypto';
import { pairOf, pemOf } from '../../key/madeKeys';
import { signWithNode } from '../signing';
import { bytesOf, encode, type Forgery, inputOf, numberOf } from './forgery';

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
export function ecdsaForgeries(): readonly Forgery[] {
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
