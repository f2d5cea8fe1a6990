import { partOf, type Token } from '../../token/token';
import { type Rule, when } from '../rule';
import type { Situation } from '../situation';

/** Bytes of a signature, where the algorithm fixes them. */
const fixedBytes: Readonly<Record<string, readonly number[]>> = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
  Ed25519: [64],
  Ed448: [114],
};

/** The moduli of RSA keys shorter than 2048 bits, as they were in use: 512, 768, 1024 and 1536 bits. */
const shortModuli: ReadonlySet<number> = new Set([64, 96, 128, 192]);

export const signatureRules: readonly Rule[] = [
  {
    id: 'signature-stripped',
    severity: 'high',
    source: 'RFC 8725 section 2.1',
    test: (situation) => when(isStripped(situation)),
  },
  {
    id: 'signature-out-of-range',
    severity: 'critical',
    source: 'RFC 8725 section 3.4',
    test: ({ alg, token }) => when(/^ES/.test(alg) && isOutOfRange(alg, signatureOf(token))),
  },
  {
    id: 'signature-der',
    severity: 'medium',
    source: 'RFC 7518 section 3.4',
    test: ({ alg, token }) => when(isDer(alg, signatureOf(token))),
  },
  {
    id: 'signature-length',
    severity: 'info',
    source: 'RFC 7518 section 3.1',
    test: ({ alg, token }) => {
      const { length } = signatureOf(token);
      const wanted = Object.hasOwn(fixedBytes, alg) ? fixedBytes[alg] : undefined;
      const isOdd = length > 0 && wanted !== undefined && !wanted.includes(length);
      return when(isOdd && !isDer(alg, signatureOf(token)), String(length), String(wanted?.[0]));
    },
  },
  {
    id: 'rsa-short',
    severity: 'high',
    source: 'RFC 7518 section 3.3',
    test: (situation) => {
      const bits = shortRsaBits(situation);
      return when(bits !== undefined, String(bits));
    },
  },
];

function signatureOf(token: Token): Uint8Array {
  return partOf(token, 'signature')?.bytes ?? new Uint8Array();
}

/** A token without a signature whose algorithm makes one. */
function isStripped({ token, alg }: Situation): boolean {
  const signature = partOf(token, 'signature');
  return signature !== undefined && signature.bytes.length === 0 && Object.hasOwn(fixedBytes, alg)
    ? true
    : signature?.bytes.length === 0 && /^(RS|PS)\d/.test(alg);
}

/** The orders of the curves (SEC 2 section 2.4 and 2.5): r and s lie between 0 and these, both left out. */
const orders: Readonly<Record<string, bigint>> = {
  ES256: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  ES256K: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  ES384: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ES512: BigInt(`0x1${'f'.repeat(65)}a51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409`),
};

/** CVE-2022-21449: some verifiers took r or s of 0, or of the order, which is the same to them, for good. */
function isOutOfRange(alg: string, signature: Uint8Array): boolean {
  if (signature.length === 0 || signature.length > MOST_BYTES) return false;
  const half = Math.floor(signature.length / 2);
  return [signature.subarray(0, half), signature.subarray(half)].some((bytes) => {
    const number = BigInt(
      `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') || '0'}`,
    );
    return (
      number === 0n ||
      (Object.hasOwn(orders, alg) &&
        number >= (orders[alg] ?? 0n) &&
        signature.length === fixedBytes[alg]?.[0])
    );
  });
}

const MOST_BYTES = 200;

/** An ECDSA signature as OpenSSL writes it: SEQUENCE { r, s }. JWS wants r and s, each at full length. */
function isDer(alg: string, bytes: Uint8Array): boolean {
  const lengths = Object.hasOwn(fixedBytes, alg) ? (fixedBytes[alg] ?? []) : [];
  const start = (bytes[1] ?? 0) === 0x81 ? 2 : 1;
  return (
    /^ES/.test(alg) &&
    !lengths.includes(bytes.length) &&
    bytes[0] === 0x30 &&
    bytes[start] === bytes.length - start - 1 &&
    bytes[start + 1] === 0x02
  );
}

/** A signature is as long as the modulus, so a short key shows without being known. */
function shortRsaBits({ alg, token, verdict }: Situation): number | undefined {
  const { length } = signatureOf(token);
  if (/^[RP]S\d/.test(alg) && shortModuli.has(length)) return 8 * length;
  const key = verdict?.state === 'verified' ? verdict.key : undefined;
  return key?.kind === 'rsa' && key.bits < 2048 ? key.bits : undefined;
}
