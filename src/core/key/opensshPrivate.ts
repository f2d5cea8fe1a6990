import { encodeBase64url } from '../token/base64url';
import { ecJwk, type FoundKey, fixedJwk } from './asn1Key';
import type { Extras } from './build';
import { bytesOfNumber, numberOfBytes } from './curves';
import { bad, good, type JwkMaterial, type Read } from './key';
import { digitsOf, readWire, textOf, type Wire } from './opensshWire';

const magic = 'openssh-key-v1\0';

interface Found {
  key: FoundKey;
  extras: Extras;
}

/** A private key as ssh-keygen writes it (OpenSSH's PROTOCOL.key), unless a passphrase protects it. */
export function readOpensshPrivate(bytes: Uint8Array): Read<Found> {
  const start = new TextDecoder().decode(bytes.subarray(0, magic.length));
  const wire = readWire(bytes.subarray(magic.length));
  const [cipher, kdf, _options, count, _public, inside] = [
    textOf(wire),
    textOf(wire),
    wire.bytes(),
    wire.number(),
    wire.bytes(),
    wire.bytes(),
  ];
  if (start !== magic || !inside || count !== 1) return bad('openssh-malformed');
  if (cipher !== 'none') return bad('openssh-encrypted', { values: [`${cipher}, ${kdf}`] });
  return readInside(readWire(inside));
}

function readInside(wire: Wire): Read<Found> {
  const [one, other] = [wire.number(), wire.number()];
  const type = textOf(wire) ?? '';
  const reader = readers[type];
  if (one !== other) return bad('openssh-malformed');
  if (!reader) return bad('key-type-unknown', { values: [type] });
  const jwk = reader(wire);
  if (!jwk.ok) return jwk;
  const label = textOf(wire);
  const key: FoundKey = { format: 'openssh', material: { type: 'jwk', jwk: jwk.value }, private: true };
  return good({ key, extras: label ? { label } : {} });
}

const readers: Readonly<Record<string, (wire: Wire) => Read<JwkMaterial>>> = {
  'ssh-ed25519': ed25519,
  'ssh-rsa': rsa,
  'ecdsa-sha2-nistp256': ecdsa,
  'ecdsa-sha2-nistp384': ecdsa,
  'ecdsa-sha2-nistp521': ecdsa,
};

/** The private field is the seed, and the public key once more. */
function ed25519(wire: Wire): Read<JwkMaterial> {
  const [point, both] = [wire.bytes(), wire.bytes()];
  if (!point || both?.length !== 64) return bad('openssh-malformed');
  const secret = { d: encodeBase64url(both.subarray(0, 32)) };
  return good({ ...fixedJwk('OKP', 'Ed25519', point), secret });
}

function ecdsa(wire: Wire): Read<JwkMaterial> {
  const [curve, point, scalar] = [textOf(wire), wire.bytes(), wire.bytes()];
  if (!curve || !point || !scalar) return bad('openssh-malformed');
  const jwk = ecJwk(`P-${curve.slice(-3)}`, point);
  if (!jwk.ok) return jwk;
  const d = bytesOfNumber(numberOfBytes(scalar), (point.length - 1) / 2);
  return good({ ...jwk.value, secret: { d: encodeBase64url(d) } });
}

/** In this order: n, e, d, the inverse of q, p, q. The exponents follow from them (RFC 8017 section 3.2). */
function rsa(wire: Wire): Read<JwkMaterial> {
  const numbers = Array.from({ length: 6 }, () => digitsOf(wire.bytes() ?? new Uint8Array()));
  if (numbers.some(({ length }) => length === 0)) return bad('openssh-malformed');
  const [n = '', e = '', d = '', qi = '', p = '', q = ''] = numbers.map(encodeBase64url);
  const [, , exponent = 0n, , first = 0n, second = 0n] = numbers.map(numberOfBytes);
  if (first < 2n || second < 2n) return bad('openssh-malformed');
  const [dp, dq] = [first, second].map((prime) => encodeNumber(exponent % (prime - 1n)));
  return good({ kty: 'RSA', n, e, secret: { d, p, q, dp: dp ?? '', dq: dq ?? '', qi } });
}

function encodeNumber(value: bigint): string {
  return encodeBase64url(bytesOfNumber(value, Math.ceil(value.toString(16).length / 2)));
}
