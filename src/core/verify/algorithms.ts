import type { Key, KeyKind } from '../key/key';

/** What one JWS algorithm asks of a key of one kind (RFC 7518 section 3.1, RFC 8037, RFC 9864). */
export interface Algorithm {
  name: string;
  kind: KeyKind;
  /** The curve that it is bound to. */
  curve?: string;
  /** As WebCrypto's importKey wants it. */
  importing: { name: string; hash?: string; namedCurve?: string };
  /** As WebCrypto's verify wants it. */
  verifying: { name: string; hash?: string; saltLength?: number };
  /** Bytes of its signature; of RSA, the key decides. */
  signatureBytes?: number;
  /** True where WebCrypto may lack it, so that a library does it then. */
  library?: boolean;
  /** A shorter key is refused by RFC 7518 section 3.2 or 3.3. */
  leastBits: number;
}

const hashes = ['256', '384', '512'] as const;

function hmac(size: string): Algorithm {
  const scheme = { name: 'HMAC', hash: `SHA-${size}` };
  const bits = Number(size);
  return {
    name: `HS${size}`,
    kind: 'secret',
    importing: scheme,
    verifying: scheme,
    signatureBytes: bits / 8,
    leastBits: bits,
  };
}

function rsaPkcs1(size: string): Algorithm {
  const scheme = { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${size}` };
  return { name: `RS${size}`, kind: 'rsa', importing: scheme, verifying: scheme, leastBits: 2048 };
}

/** RFC 7518 section 3.5: the salt is as long as the hash. */
function rsaPss(size: string): Algorithm {
  const scheme = { name: 'RSA-PSS', hash: `SHA-${size}` };
  const verifying = { ...scheme, saltLength: Number(size) / 8 };
  return { name: `PS${size}`, kind: 'rsa', importing: scheme, verifying, leastBits: 2048 };
}

/** RFC 7518 section 3.4: the signature is r and s, each as long as a coordinate. */
function ecdsa(name: string, curve: string, size: string, coordinateBytes: number): Algorithm {
  return {
    name,
    kind: 'ec',
    curve,
    importing: { name: 'ECDSA', namedCurve: curve },
    verifying: { name: 'ECDSA', hash: `SHA-${size}` },
    signatureBytes: 2 * coordinateBytes,
    leastBits: 0,
  };
}

function edwards(name: string, curve: string, signatureBytes: number): Algorithm {
  const scheme = { name: curve };
  return { name, kind: 'okp', curve, importing: scheme, verifying: scheme, signatureBytes, leastBits: 0 };
}

/** RFC 8812 section 3.2; no WebCrypto has this curve. */
const es256k: Algorithm = { ...ecdsa('ES256K', 'secp256k1', '256', 32), library: true };

function mlDsa(name: string, signatureBytes: number): Algorithm {
  const scheme = { name };
  return {
    name,
    kind: 'akp',
    curve: name,
    importing: scheme,
    verifying: scheme,
    signatureBytes,
    library: true,
    leastBits: 0,
  };
}

/** Every algorithm that can be checked here. A name with two rows serves two curves. */
export const algorithms: readonly Algorithm[] = [
  ...hashes.map(hmac),
  ...hashes.map(rsaPkcs1),
  ...hashes.map(rsaPss),
  ecdsa('ES256', 'P-256', '256', 32),
  ecdsa('ES384', 'P-384', '384', 48),
  ecdsa('ES512', 'P-521', '512', 66),
  edwards('EdDSA', 'Ed25519', 64),
  edwards('Ed25519', 'Ed25519', 64),
  { ...edwards('EdDSA', 'Ed448', 114), library: true },
  { ...edwards('Ed448', 'Ed448', 114), library: true },
  es256k,
  mlDsa('ML-DSA-44', 2420),
  mlDsa('ML-DSA-65', 3309),
  mlDsa('ML-DSA-87', 4627),
];

/** The rows of an algorithm's name; none when it can't be checked here. */
export function algorithmsNamed(name: string): readonly Algorithm[] {
  return algorithms.filter((row) => row.name === name);
}

/** True when a key is of the kind, and on the curve, that the algorithm works with. */
export function fitsKind(row: Algorithm, key: Key): boolean {
  return row.kind === key.kind && (row.curve === undefined || row.curve === key.curve);
}

/** RFC 9864: "EdDSA" leaves the curve to the key, "Ed25519" names it; a key bound to one may serve the other. */
function sameAlgorithm(row: Algorithm, name: string): boolean {
  return row.name === name || (row.kind === 'okp' && (name === 'EdDSA' || name === row.curve));
}

/** True when what the key says of its own use allows the algorithm (RFC 7517 section 4.4). */
export function allowsAlgorithm(row: Algorithm, key: Key): boolean {
  if (key.onlyPss && row.verifying.name !== 'RSA-PSS') return false;
  return key.alg === undefined || sameAlgorithm(row, key.alg);
}

/** True when the key is meant for signatures (RFC 7517 section 4.2 and 4.3). */
export function isForSignatures(key: Key): boolean {
  const signs = key.private || key.kind === 'secret';
  const operations = key.keyOps ?? ['verify'];
  return (
    (key.use ?? 'sig') === 'sig' && (operations.includes('verify') || (signs && operations.includes('sign')))
  );
}

/** The names of the algorithms that a key may serve, as shown to people. */
export function algorithmsFor(key: Key): readonly string[] {
  if (!isForSignatures(key)) return [];
  return algorithms.filter((row) => fitsKind(row, key) && allowsAlgorithm(row, key)).map(({ name }) => name);
}
