/** A type of key by its object identifier; the curve of an elliptic curve key stands elsewhere. */
export type KeyType = { kty: 'RSA'; onlyPss: boolean } | { kty: 'EC' | 'OKP' | 'AKP'; curve: string };

/** Key types that carry parameters: RFC 3279 section 2.3. */
export const oids = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
} as const;

/** Key types that one identifier says everything of: RFC 8410 section 3, RFC 9881 section 2. */
const fixed: Readonly<Record<string, KeyType & { curve: string }>> = {
  '1.3.101.110': { kty: 'OKP', curve: 'X25519' },
  '1.3.101.111': { kty: 'OKP', curve: 'X448' },
  '1.3.101.112': { kty: 'OKP', curve: 'Ed25519' },
  '1.3.101.113': { kty: 'OKP', curve: 'Ed448' },
  '2.16.840.1.101.3.4.3.17': { kty: 'AKP', curve: 'ML-DSA-44' },
  '2.16.840.1.101.3.4.3.18': { kty: 'AKP', curve: 'ML-DSA-65' },
  '2.16.840.1.101.3.4.3.19': { kty: 'AKP', curve: 'ML-DSA-87' },
};

export const keyTypeOfOid: Readonly<Record<string, KeyType>> = {
  [oids.rsa]: { kty: 'RSA', onlyPss: false },
  [oids.rsaPss]: { kty: 'RSA', onlyPss: true },
  ...fixed,
};

/** The identifier of an Edwards or Montgomery curve, or of an ML-DSA parameter set. */
export function oidOfCurve(curve: string): string | undefined {
  return Object.keys(fixed).find((oid) => fixed[oid]?.curve === curve);
}
