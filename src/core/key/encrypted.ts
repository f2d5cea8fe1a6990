import { octetsOf, readDer } from './der';
import { bad, type KeyReading, type KeySource, type Read } from './key';
import { readLegacy } from './legacyPem';
import { readPbes2 } from './pbes2';
import { type PemBlock, readPem } from './pem';
import { readPemBlock } from './pemKeys';
import type { Protection } from './protection';

type Bytes = Uint8Array<ArrayBuffer>;

interface Sealed {
  protection: Protection;
  bytes: Bytes;
  /** Of what is inside. */
  label: string;
}

const pkcs8 = 'ENCRYPTED PRIVATE KEY';

/** Opens the first private key of a PEM text that a passphrase protects (RFC 5958 section 3, RFC 1421 section 4.6). */
export async function openEncrypted(
  text: string,
  passphrase: string,
  source: KeySource = 'yours',
): Promise<KeyReading> {
  const blocks = readPem(text);
  if (!blocks.ok) return blocks;
  const block = blocks.value.find(({ label, headers }) => label === pkcs8 || headers.length > 0);
  const sealed = block ? readSealed(block) : bad('pem-cipher-unknown', { values: [''] });
  if (!sealed.ok) return sealed;
  const { protection, bytes, label } = sealed.value;
  const opened = await decrypt(bytes, await protection.keyOf(passphrase), protection.iv);
  if (!opened || !readDer(opened).ok) return bad('passphrase-wrong');
  const key = readPemBlock({ label, bytes: opened, headers: [], line: 1 }, source);
  return key.ok ? { ok: true, format: key.value.format, keys: [key.value], notes: key.value.notes } : key;
}

function readSealed(block: PemBlock): Read<Sealed> {
  if (block.label !== pkcs8) {
    const protection = readLegacy(block);
    const { bytes, label } = block;
    return protection.ok ? { ok: true, value: { protection: protection.value, bytes, label } } : protection;
  }
  const outer = readDer(block.bytes);
  const protection = outer.ok ? readPbes2(outer.value.children[0]) : outer;
  const sealed = outer.ok ? octetsOf(outer.value.children[1]) : undefined;
  if (!protection.ok) return protection;
  if (!sealed) return bad('der-not-a-key', { values: [block.label] });
  const bytes = new Uint8Array(sealed);
  return { ok: true, value: { protection: protection.value, bytes, label: 'PRIVATE KEY' } };
}

/** Undefined when what comes out is not padded as it should be: the key is another one. */
async function decrypt(sealed: Bytes, key: Bytes, iv: Bytes): Promise<Bytes | undefined> {
  const { subtle } = crypto;
  try {
    // Chromium's WebCrypto has no 192-bit AES.
    if (key.length === 24)
      return new Uint8Array((await import('@noble/ciphers/aes.js')).cbc(key, iv).decrypt(sealed));
    const imported = await subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, imported, sealed));
  } catch {
    return undefined;
  }
}
