/** A curve in short Weierstrass form: y^2 = x^3 + ax + b over the field of p (SEC 2, FIPS 186-5). */
interface Curve {
  bits: number;
  oid: string;
  p: bigint;
  a: bigint;
  b: bigint;
}

const p256 = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const p384 = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;
const p521 = 2n ** 521n - 1n;
const p256k = 2n ** 256n - 2n ** 32n - 977n;

export const curves: Readonly<Record<string, Curve>> = {
  'P-256': {
    bits: 256,
    oid: '1.2.840.10045.3.1.7',
    p: p256,
    a: -3n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    bits: 384,
    oid: '1.3.132.0.34',
    p: p384,
    a: -3n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  'P-521': {
    bits: 521,
    oid: '1.3.132.0.35',
    p: p521,
    a: -3n,
    b: 0x0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
  secp256k1: { bits: 256, oid: '1.3.132.0.10', p: p256k, a: 0n, b: 7n },
};

/** The name of a curve by its object identifier; undefined when it is none that JOSE names. */
export function curveOfOid(oid: string): string | undefined {
  return Object.keys(curves).find((name) => curves[name]?.oid === oid);
}

/**
 * The name of a curve by its field and its constant b. A generator spelled out beside them is never used, so that a
 * forged one (CVE-2020-0601) changes nothing.
 */
export function curveOfParameters(p: Uint8Array, b: Uint8Array): string | undefined {
  return Object.keys(curves).find(
    (name) => curves[name]?.p === numberOfBytes(p) && curves[name]?.b === numberOfBytes(b),
  );
}

/** Bytes of one coordinate. */
export function coordinateLength(curve: string): number {
  return Math.ceil((curves[curve]?.bits ?? 0) / 8);
}

/** True when the point lies on the named curve (RFC 7518 section 6.2.1; invalid points leak keys elsewhere). */
export function isOnCurve(name: string, x: Uint8Array, y: Uint8Array): boolean {
  const curve = curves[name];
  if (!curve) return false;
  const left = numberOfBytes(x);
  const right = numberOfBytes(y);
  if (left >= curve.p || right >= curve.p) return false;
  return remainder(right * right - rightSide(curve, left), curve.p) === 0n;
}

/** The point behind SEC 1 bytes (section 2.3.4), compressed or not; undefined when they are no point of the curve. */
export function readPoint(name: string, bytes: Uint8Array): { x: Uint8Array; y: Uint8Array } | undefined {
  const length = coordinateLength(name);
  const x = bytes.subarray(1, 1 + length);
  if (bytes[0] === 4 && bytes.length === 1 + 2 * length) return { x, y: bytes.subarray(1 + length) };
  if ((bytes[0] !== 2 && bytes[0] !== 3) || bytes.length !== 1 + length) return undefined;
  const y = rootAt(name, numberOfBytes(x), BigInt(bytes[0] & 1));
  return y === undefined ? undefined : { x, y: bytesOfNumber(y, length) };
}

/** Every p here is 3 modulo 4, so that a square root is one exponentiation. */
function rootAt(name: string, x: bigint, parity: bigint): bigint | undefined {
  const curve = curves[name];
  if (!curve || x >= curve.p) return undefined;
  const square = remainder(rightSide(curve, x), curve.p);
  const root = power(square, (curve.p + 1n) / 4n, curve.p);
  if (remainder(root * root - square, curve.p) !== 0n) return undefined;
  return (root & 1n) === parity ? root : curve.p - root;
}

function rightSide({ a, b }: Curve, x: bigint): bigint {
  return x * x * x + a * x + b;
}

function remainder(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % modulus) {
    if (rest & 1n) result = (result * square) % modulus;
  }
  return result;
}

/** Big-endian bytes as a number. */
export function numberOfBytes(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** A number as so many bytes, big-endian. */
export function bytesOfNumber(value: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) =>
    Number((value >> BigInt(8 * (length - 1 - index))) & 0xffn),
  );
}
