import { decodeStrict } from '../../key/base64';
import type { JwkMaterial } from '../../key/key';
import { encodeBase64url } from '../../token/base64url';

type Numbers = Readonly<Record<string, string>>;

/** So many bases are tried; each fails for at most every second key. */
const MOST_TRIES = 100n;

/**
 * The private members of an RSA key with the two primes and what follows from them, which WebCrypto asks for and a
 * JWK may leave out (RFC 7518 section 6.3.2). Unchanged where they are there, or can't be found.
 */
export function withPrimes({ n = '', e = '', secret = {} }: JwkMaterial): Numbers {
  if (secret.p !== undefined || secret.d === undefined) return secret;
  const [modulus, exponent, d] = [n, e, secret.d].map(numberOf) as [bigint, bigint, bigint];
  const p = factorOf(modulus, exponent * d - 1n);
  if (p === undefined) return secret;
  const q = modulus / p;
  const numbers = { p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: power(q, p - 2n, p) };
  return {
    d: secret.d,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, textOf(value)])),
  };
}

/** NIST SP 800-56B appendix C.1: a square root of one that is not one nor minus one shares a factor with n. */
function factorOf(n: bigint, product: bigint): bigint | undefined {
  if (n <= 3n || product <= 0n || product % 2n === 1n) return undefined;
  let odd = product;
  while (odd % 2n === 0n) odd /= 2n;
  for (let base = 2n; base < MOST_TRIES; base++) {
    let root = power(base, odd, n);
    for (let exponent = odd; exponent < product; exponent *= 2n) {
      const square = (root * root) % n;
      if (square === 1n && root !== 1n && root !== n - 1n) return commonDivisor(root - 1n, n);
      root = square;
    }
  }
  return undefined;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base % modulus, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other);
}

function numberOf(text: string): bigint {
  return (decodeStrict(text) ?? new Uint8Array()).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function textOf(value: bigint): string {
  const hex = value.toString(16);
  const even = hex.padStart(hex.length + (hex.length % 2), '0');
  return encodeBase64url(Uint8Array.from(even.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
