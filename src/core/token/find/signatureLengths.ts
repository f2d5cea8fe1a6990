/** How many base64url characters a signature has: fixed by the algorithm, or by the common sizes of its keys. */
const rsa = [171, 342, 512, 683];
const lengths: Readonly<Record<string, readonly number[]>> = {
  none: [0],
  HS256: [43],
  HS384: [64],
  HS512: [86],
  RS256: rsa,
  RS384: rsa,
  RS512: rsa,
  PS256: rsa,
  PS384: rsa,
  PS512: rsa,
  ES256: [86],
  ES256K: [86],
  ES384: [128],
  ES512: [176],
  EdDSA: [86, 152],
  Ed25519: [86],
  Ed448: [152],
  'ML-DSA-44': [3227],
  'ML-DSA-65': [4412],
  'ML-DSA-87': [6170],
};

/** True when a signature of that many characters is whole; undefined when nobody can tell. */
export function isWholeSignature(alg: string, length: number): boolean | undefined {
  return Object.hasOwn(lengths, alg) ? lengths[alg]?.includes(length) : undefined;
}

/** True when the authentication tag of an encrypted token is whole: 16, 24 or 32 bytes (RFC 7518 section 5). */
export function isWholeTag(length: number): boolean {
  return length === 22 || length === 32 || length === 43;
}
