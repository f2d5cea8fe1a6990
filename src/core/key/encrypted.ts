import { readPkcs8 } from './asn1Key';
import { buildKey } from './build';
import { type Der, octetsOf, oidOf, readDer, unsignedOf } from './der';
import { bad, good, type KeyReading, type KeySource, type Read } from './key';
import { readPem } from './pem';

/** PBES2 (RFC 8018 section 6.2) as openssl and ssh-keygen write it. */
interface Protection {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  hash: string;
  bits: number;
  iv: Uint8Array<ArrayBuffer>;
}

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';

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

/** More rounds than any tool writes; a hostile file would only burn time. */
const mostIterations = 10_000_000;

/** Opens a PEM text's passphrase-protected private key (RFC 5958 section 3). */
export async function openEncrypted(
  text: string,
  passphrase: string,
  source: KeySource = 'yours',
): Promise<KeyReading> {
  const blocks = readPem(text);
  if (!blocks.ok) return blocks;
  const block = blocks.value.find(({ label }) => label === 'ENCRYPTED PRIVATE KEY');
  if (!block) return bad('pem-cipher-unknown', { values: [blocks.value[0]?.headers.at(-1) ?? ''] });
  const outer = readDer(block.bytes);
  const protection = outer.ok ? readProtection(outer.value.children[0]) : outer;
  const sealed = outer.ok ? octetsOf(outer.value.children[1]) : undefined;
  if (!protection.ok) return protection;
  if (!sealed) return bad('der-not-a-key', { values: [block.label] });
  const opened = await decrypt(protection.value, new Uint8Array(sealed), passphrase);
  const der = opened && readDer(opened);
  if (!der?.ok) return bad('passphrase-wrong');
  const found = readPkcs8(der.value);
  const key = found.ok ? buildKey(found.value, source) : found;
  return key.ok ? { ok: true, format: 'pkcs8', keys: [key.value], notes: key.value.notes } : key;
}

function readProtection(identifier: Der | undefined): Read<Protection> {
  const scheme = oidOf(identifier?.children[0]);
  const [derivation, encryption] = identifier?.children[1]?.children ?? [];
  const [salt, iterations, ...rest] = derivation?.children[1]?.children ?? [];
  const prf = rest.find(({ children }) => children.length > 0);
  const hash = hashes[oidOf(prf?.children[0])];
  const bits = ciphers[oidOf(encryption?.children[0])];
  const iv = octetsOf(encryption?.children[1]);
  const rounds = numberOf(unsignedOf(iterations));
  const named = [scheme, oidOf(derivation?.children[0]), oidOf(encryption?.children[0])];
  const known = scheme === pbes2 && named[1] === pbkdf2 && hash !== undefined && bits !== undefined;
  if (!known) return bad('pem-cipher-unknown', { values: [named.filter((oid) => oid !== '').join(', ')] });
  const saltBytes = octetsOf(salt);
  if (!saltBytes || iv?.length !== 16 || rounds < 1 || rounds > mostIterations) return bad('der-malformed');
  return good({ salt: new Uint8Array(saltBytes), iterations: rounds, hash, bits, iv: new Uint8Array(iv) });
}

async function decrypt(
  { salt, iterations, hash, bits, iv }: Protection,
  sealed: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  const { subtle } = crypto;
  const secret = await subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const raw = await subtle.deriveBits({ name: 'PBKDF2', salt, iterations, hash }, secret, bits);
  try {
    if (bits === 192)
      return (await import('@noble/ciphers/aes.js')).cbc(new Uint8Array(raw), iv).decrypt(sealed);
    const key = await subtle.importKey('raw', raw, 'AES-CBC', false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, key, sealed));
  } catch {
    return undefined;
  }
}

function numberOf(bytes: Uint8Array | undefined): number {
  return bytes?.reduce((sum, byte) => sum * 256 + byte, 0) ?? 0;
}
