import { type Der, derTag, octetsOf, oidOf, unsignedOf } from './der';
import { bad, good, type Read } from './key';
import type { Protection } from './protection';

type Bytes = Uint8Array<ArrayBuffer>;
type KeyOf = Protection['keyOf'];

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const scrypt = '1.3.6.1.4.1.11591.4.11';

const hashes: Readonly<Record<string, string>> = {
  '': 'SHA-1',
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/** AES in CBC mode, and the key's bits. */
const ciphers: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.2': 128,
  '2.16.840.1.101.3.4.1.22': 192,
  '2.16.840.1.101.3.4.1.42': 256,
};

/** What older tools use, by names that people know. */
const outdated: Readonly<Record<string, string>> = {
  '1.2.840.113549.3.7': 'DES-EDE3-CBC',
  '1.2.840.113549.3.2': 'RC2-CBC',
  '1.2.840.113549.1.5.3': 'PBE-MD5-DES',
  '1.2.840.113549.1.5.10': 'PBE-SHA1-DES',
  '1.2.840.113549.1.12.1.3': 'PBE-SHA1-3DES',
  '1.2.840.113549.1.12.1.6': 'PBE-SHA1-RC2-40',
};

/** More rounds than any tool writes; a hostile file would only burn time. */
const mostIterations = 10_000_000;

/** The same in bytes of memory for scrypt (RFC 7914): 128 N r, and what p makes of it. */
const mostScrypt = 2 ** 28;

/** What the algorithm of an EncryptedPrivateKeyInfo says (RFC 8018 section 6.2). */
export function readPbes2(identifier: Der | undefined): Read<Protection> {
  const scheme = oidOf(identifier?.children[0]);
  const [derivation, encryption] = identifier?.children[1]?.children ?? [];
  const names = [scheme, oidOf(derivation?.children[0]), oidOf(encryption?.children[0])];
  const [, kdf, cipher = ''] = names;
  const bits = ciphers[cipher];
  const make = kdf === pbkdf2 ? readPbkdf2 : kdf === scrypt ? readScrypt : undefined;
  const unknown = () => bad('pem-cipher-unknown', { values: [names.map(named).filter(Boolean).join(', ')] });
  if (scheme !== pbes2 || bits === undefined || !make) return unknown();
  const keyOf = make(derivation?.children[1]?.children ?? [], bits);
  const iv = octetsOf(encryption?.children[1]);
  if (keyOf === undefined) return unknown();
  return keyOf && iv?.length === 16 ? good({ keyOf, iv: new Uint8Array(iv) }) : bad('der-malformed');
}

/** Of the names that say too little, only the telling one is left. */
function named(oid: string): string {
  return oid === pbes2 || oid === pbkdf2 ? '' : (outdated[oid] ?? oid);
}

/** Undefined for a hash that is not known, null for numbers that make no sense. */
function readPbkdf2(parameters: readonly Der[], bits: number): KeyOf | null | undefined {
  const [salt, rounds, ...rest] = parameters;
  const prf = rest.find(({ tag }) => tag === derTag.sequence);
  const hash = hashes[oidOf(prf?.children[0])];
  const bytes = octetsOf(salt);
  const iterations = numberOf(rounds);
  if (hash === undefined) return undefined;
  if (!bytes || iterations < 1 || iterations > mostIterations) return null;
  const given = { name: 'PBKDF2', hash, salt: new Uint8Array(bytes), iterations };
  return async (passphrase) => {
    const secret = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveBits']);
    return new Uint8Array(await crypto.subtle.deriveBits(given, secret, bits));
  };
}

function readScrypt([salt, cost, block, parallel]: readonly Der[], bits: number): KeyOf | null {
  const bytes = octetsOf(salt);
  const [N, r, p] = [cost, block, parallel].map(numberOf) as [number, number, number];
  const sound = N > 1 && (N & (N - 1)) === 0 && r > 0 && p > 0 && 128 * N * r * p <= mostScrypt;
  if (!bytes || !sound) return null;
  return async (passphrase) => {
    const { scryptAsync } = await import('@noble/hashes/scrypt.js');
    return new Uint8Array(await scryptAsync(utf8(passphrase), bytes, { N, r, p, dkLen: bits / 8 }));
  };
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function numberOf(node: Der | undefined): number {
  return unsignedOf(node)?.reduce((sum, byte) => sum * 256 + byte, 0) ?? 0;
}
