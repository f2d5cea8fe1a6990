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
    id: 'signature-zero',
    severity: 'critical',
    source: 'RFC 8725 section 3.4',
    test: ({ alg, token }) => when(/^ES/.test(alg) && hasZeroHalf(signatureOf(token))),
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

/** CVE-2022-21449: some verifiers took r = 0 or s = 0 for a signature of anything. */
function hasZeroHalf(signature: Uint8Array): boolean {
  const half = Math.floor(signature.length / 2);
  const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);
  return signature.length > 0 && (isZero(signature.subarray(0, half)) || isZero(signature.subarray(half)));
}

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
