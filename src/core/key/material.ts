import { decodeStrict } from './base64';
import { coordinateLength, curves, isOnCurve, numberOfBytes } from './curves';
import { bad, good, type JwkMaterial, type KeyKind, type Read } from './key';
import { hasSmallOrder } from './smallOrder';

/** What a JWK's own members say of the key: RFC 7518 section 6, RFC 8037 section 2, and AKP for ML-DSA. */
export interface Measured {
  kind: KeyKind;
  bits: number;
  curve?: string;
}

/** Public key lengths in bytes by curve or parameter set. */
const lengths: Readonly<Record<string, number>> = {
  Ed25519: 32,
  Ed448: 57,
  X25519: 32,
  X448: 56,
  'ML-DSA-44': 1312,
  'ML-DSA-65': 1952,
  'ML-DSA-87': 2592,
};

const measures = { RSA: measureRsa, EC: measureEc, OKP: measureOkp, AKP: measureAkp } as const;

/** Checks the members that make the key, and measures it. */
export function measure(jwk: JwkMaterial): Read<Measured> {
  return measures[jwk.kty](jwk);
}

function measureRsa(jwk: JwkMaterial): Read<Measured> {
  const n = member(jwk, 'n');
  const e = member(jwk, 'e');
  if (!n.ok) return n;
  if (!e.ok) return e;
  const first = n.value.findIndex((byte) => byte !== 0);
  if (!isOdd(n.value)) return bad('member-malformed', { values: ['n'] });
  if (!isOdd(e.value) || numberOfBytes(e.value) === 1n) return bad('member-malformed', { values: ['e'] });
  const bits = 8 * (n.value.length - first) - Math.clz32(n.value[first] ?? 0) + 24;
  return good({ kind: 'rsa', bits });
}

/** The product of two odd primes is odd, and so is an exponent that can be undone (RFC 8017 section 3.1). */
function isOdd(number: Uint8Array): boolean {
  return ((number.at(-1) ?? 0) & 1) === 1;
}

function measureEc(jwk: JwkMaterial): Read<Measured> {
  const curve = jwk.crv ?? '';
  const x = member(jwk, 'x');
  const y = member(jwk, 'y');
  const row = curves[curve];
  if (!row) return unknownCurve(jwk);
  if (!x.ok) return x;
  if (!y.ok) return y;
  const length = coordinateLength(curve);
  for (const [name, { value }] of Object.entries({ x, y })) {
    if (value.length !== length)
      return bad('coordinate-length', { values: [name, `${value.length}`, `${length}`] });
  }
  if (!isOnCurve(curve, x.value, y.value)) return bad('point-off-curve', { values: [curve] });
  return good({ kind: 'ec', bits: row.bits, curve });
}

function measureOkp(jwk: JwkMaterial): Read<Measured> {
  return measureFixed(jwk, 'okp', jwk.crv ?? '', 'x');
}

function measureAkp(jwk: JwkMaterial): Read<Measured> {
  return measureFixed(jwk, 'akp', jwk.alg ?? '', 'pub');
}

function measureFixed(jwk: JwkMaterial, kind: KeyKind, curve: string, name: 'x' | 'pub'): Read<Measured> {
  const length = lengths[curve];
  const bytes = member(jwk, name);
  if (length === undefined) return unknownCurve(jwk);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === length)
    return hasSmallOrder(curve, bytes.value)
      ? bad('small-order', { values: [curve] })
      : good({ kind, bits: 8 * length, curve });
  return bad('coordinate-length', { values: [name, `${bytes.value.length}`, `${length}`] });
}

function unknownCurve(jwk: JwkMaterial): Read<never> {
  const name = jwk.kty === 'AKP' ? 'alg' : 'crv';
  const value = jwk[name];
  return value === undefined
    ? bad('member-missing', { values: [name] })
    : bad('curve-unknown', { values: [value] });
}

function member(jwk: JwkMaterial, name: 'n' | 'e' | 'x' | 'y' | 'pub'): Read<Uint8Array> {
  const text = jwk[name];
  if (text === undefined || text === '') return bad('member-missing', { values: [name] });
  const bytes = decodeStrict(text);
  return bytes ? good(bytes) : bad('member-malformed', { values: [name] });
}
