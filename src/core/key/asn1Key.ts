import { encodeBase64url } from '../token/base64url';
import { curveOfOid, curveOfParameters, readPoint } from './curves';
import { bitsOf, type Der, derTag, octetsOf, oidOf, readDer, unsignedOf } from './der';
import { bad, good, type JwkMaterial, type KeyFormat, type KeyMaterial, type Read } from './key';
import { type KeyType, keyTypeOfOid, oids } from './oids';

/** A key found in DER, before it is measured. */
export interface FoundKey {
  format: KeyFormat;
  material: KeyMaterial;
  private: boolean;
  onlyPss?: boolean;
}

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7). */
export function readSpki(spki: Der): Read<FoundKey> {
  const algorithm = readAlgorithm(spki.tag === derTag.sequence ? spki.children[0] : undefined);
  const bits = bitsOf(spki.children[1]);
  if (!algorithm.ok) return algorithm;
  if (!bits) return bad('der-not-a-key');
  const found = algorithm.value;
  if (found.kty !== 'RSA') return publicFrom(found, bits);
  const rsa = readDer(bits);
  return rsa.ok ? rsaKey(rsa.value, 'spki', found.onlyPss) : rsa;
}

function publicFrom({ kty, curve }: Exclude<KeyType, { kty: 'RSA' }>, bits: Uint8Array): Read<FoundKey> {
  const jwk = kty === 'EC' ? ecJwk(curve, bits) : good(fixedJwk(kty, curve, bits));
  return jwk.ok ? good({ format: 'spki', material: { type: 'jwk', jwk: jwk.value }, private: false }) : jwk;
}

/** RSAPublicKey or RSAPrivateKey (RFC 8017 appendix A.1). */
export function rsaKey(sequence: Der, format: KeyFormat, onlyPss: boolean): Read<FoundKey> {
  const numbers = sequence.children.map(unsignedOf);
  const names = numbers.length > 2 ? ['version', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] : ['n', 'e'];
  const named = Object.fromEntries(names.map((name, index) => [name, encode(numbers[index])]));
  const { version: _version, n = '', e = '', ...secret } = named;
  if (n === '' || e === '') return bad('der-not-a-key');
  const hasSecret = Object.keys(secret).length > 0;
  const jwk: JwkMaterial = { kty: 'RSA', n, e, ...(hasSecret && { secret }) };
  return good({ format, material: { type: 'jwk', jwk }, private: hasSecret, ...(onlyPss && { onlyPss }) });
}

/** PrivateKeyInfo (RFC 5958). */
export function readPkcs8(info: Der): Read<FoundKey> {
  const algorithm = readAlgorithm(info.children[1]);
  const octets = octetsOf(info.children[2]);
  if (!algorithm.ok) return algorithm;
  if (!octets) return bad('der-not-a-key');
  const found = algorithm.value;
  if (found.kty !== 'RSA' && found.kty !== 'EC')
    return seedKey('pkcs8', found.kty, found.curve, seedOf(octets));
  const inner = readDer(octets);
  if (!inner.ok) return inner;
  return found.kty === 'RSA'
    ? rsaKey(inner.value, 'pkcs8', found.onlyPss)
    : ecPrivate(inner.value, 'pkcs8', found.curve);
}

/** ECPrivateKey (RFC 5915), on its own or inside PKCS#8. */
export function ecPrivate(sequence: Der, format: KeyFormat, named?: string): Read<FoundKey> {
  const d = octetsOf(sequence.children[1]);
  const parameters = sequence.children.find(({ tag }) => tag === derTag.context0)?.children[0];
  const publicBits = bitsOf(sequence.children.find(({ tag }) => tag === derTag.context1)?.children[0]);
  const curve = named === undefined ? namedCurve(parameters) : good(named);
  if (!d) return bad('der-not-a-key');
  if (!curve.ok) return curve;
  if (!publicBits) return seedKey(format, 'EC', curve.value, d);
  const jwk = ecJwk(curve.value, publicBits);
  if (!jwk.ok) return jwk;
  const secret = { d: encodeBase64url(d) };
  return good({ format, material: { type: 'jwk', jwk: { ...jwk.value, secret } }, private: true });
}

/**
 * RFC 8410 section 7 wraps the seed in one more OCTET STRING; ML-DSA has a seed, an expanded key, or both, of which
 * the seed comes first (RFC 9881 section 6).
 */
function seedOf(octets: Uint8Array): Uint8Array | undefined {
  const inner = readDer(octets);
  if (!inner.ok) return undefined;
  const first = inner.value.tag === derTag.sequence ? inner.value.children[0] : inner.value;
  return first?.body;
}

function seedKey(
  format: KeyFormat,
  kty: 'EC' | 'OKP' | 'AKP',
  curve: string,
  seed: Uint8Array | undefined,
): Read<FoundKey> {
  if (!seed || seed.length === 0) return bad('der-not-a-key');
  const material: KeyMaterial = { type: 'seed', kty, curve, seed: new Uint8Array(seed) };
  return good({ format, material, private: true });
}

function readAlgorithm(identifier: Der | undefined): Read<KeyType> {
  const oid = oidOf(identifier?.children[0]);
  if (identifier?.tag !== derTag.sequence || oid === '') return bad('der-not-a-key');
  const known = keyTypeOfOid[oid];
  if (known) return good(known);
  if (oid !== oids.ec) return bad('key-type-unknown', { values: [oid] });
  const curve = namedCurve(identifier.children[1]);
  return curve.ok ? good({ kty: 'EC', curve: curve.value }) : curve;
}

/** ECParameters (RFC 5480 section 2.1.1), or the same curve spelled out number by number as older tools do. */
function namedCurve(parameters: Der | undefined): Read<string> {
  const oid = oidOf(parameters);
  const [, field, curve] = parameters?.children ?? [];
  const spelled = { p: unsignedOf(field?.children[1]), b: octetsOf(curve?.children[1]) };
  const name =
    oid === '' && spelled.p && spelled.b ? curveOfParameters(spelled.p, spelled.b) : curveOfOid(oid);
  return name === undefined ? bad('curve-unknown', { values: [oid] }) : good(name);
}

export function ecJwk(crv: string, bits: Uint8Array): Read<JwkMaterial> {
  const point = readPoint(crv, bits);
  if (!point) return bad('point-off-curve', { values: [crv] });
  return good({ kty: 'EC', crv, x: encodeBase64url(point.x), y: encodeBase64url(point.y) });
}

export function fixedJwk(kty: 'OKP' | 'AKP', curve: string, bits: Uint8Array): JwkMaterial {
  const text = encodeBase64url(bits);
  return kty === 'OKP' ? { kty, crv: curve, x: text } : { kty, alg: curve, pub: text };
}

function encode(bytes: Uint8Array | undefined): string {
  return bytes ? encodeBase64url(bytes) : '';
}
