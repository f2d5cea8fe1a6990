const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
  109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/** The remainders that powers of 65537 leave. */
function powersModulo(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) powers.add(power);
  return powers;
}

/**
 * True when an RSA modulus bears the mark of the Infineon library whose keys can be factored (ROCA, CVE-2017-15361):
 * modulo every small prime it is a power of 65537. One in 2^27 other keys bears it by chance.
 */
export function isRoca(modulus: Uint8Array): boolean {
  return primes.every((prime) => {
    const remainder = modulus.reduce((rest, byte) => (rest * 256 + byte) % prime, 0);
    return powersModulo(prime).has(remainder);
  });
}
