import { decodeStrict } from './base64';
import { curves } from './curves';
import { derTag } from './der';
import { der, derBits, derInteger, derOid, derSequence } from './derWriter';
import type { JwkMaterial } from './key';
import { oidOfCurve, oids } from './oids';

const rsaNumbers = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) of a measured key. */
export function spkiOf(jwk: JwkMaterial): Uint8Array | undefined {
  const algorithm = algorithmOf(jwk);
  if (!algorithm) return undefined;
  if (jwk.kty === 'RSA') return derSequence(algorithm, derBits(derSequence(integer(jwk.n), integer(jwk.e))));
  return derSequence(algorithm, derBits(publicBytes(jwk)));
}

/** PrivateKeyInfo (RFC 5958 section 2); undefined when private members are missing. */
export function pkcs8Of(jwk: JwkMaterial): Uint8Array | undefined {
  const algorithm = algorithmOf(jwk);
  const inside = algorithm && privateBytes(jwk);
  return inside && derSequence(derInteger(Uint8Array.of(0)), algorithm, der(derTag.octetString, inside));
}

function algorithmOf({ kty, crv = '', alg = '' }: JwkMaterial): Uint8Array | undefined {
  if (kty === 'RSA') return derSequence(derOid(oids.rsa), der(derTag.null));
  const curve = curves[crv];
  if (kty === 'EC') return curve && derSequence(derOid(oids.ec), derOid(curve.oid));
  const oid = oidOfCurve(kty === 'AKP' ? alg : crv);
  return oid === undefined ? undefined : derSequence(derOid(oid));
}

function publicBytes({ kty, x, y, pub }: JwkMaterial): Uint8Array {
  if (kty === 'AKP') return bytes(pub);
  return kty === 'EC' ? Uint8Array.from([4, ...bytes(x), ...bytes(y)]) : bytes(x);
}

function privateBytes(jwk: JwkMaterial): Uint8Array | undefined {
  const { kty, secret = {} } = jwk;
  const seed = bytes(kty === 'AKP' ? secret.priv : secret.d);
  if (seed.length === 0) return undefined;
  if (kty === 'RSA') return rsaPrivate(jwk);
  if (kty === 'OKP') return der(derTag.octetString, seed);
  if (kty === 'AKP') return der(seed.length === 32 ? derTag.context0Primitive : derTag.octetString, seed);
  const point = der(derTag.context1, derBits(publicBytes(jwk)));
  return derSequence(derInteger(Uint8Array.of(1)), der(derTag.octetString, seed), point);
}

function rsaPrivate({ n, e, secret = {} }: JwkMaterial): Uint8Array | undefined {
  if (rsaNumbers.some((name) => secret[name] === undefined)) return undefined;
  const numbers = [n, e, ...rsaNumbers.map((name) => secret[name])].map(integer);
  return derSequence(derInteger(Uint8Array.of(0)), ...numbers);
}

function integer(text: string | undefined): Uint8Array {
  return derInteger(bytes(text));
}

function bytes(text: string | undefined): Uint8Array {
  return decodeStrict(text ?? '') ?? new Uint8Array();
}
