import { bad, good, type Read } from './key';
import type { PemBlock } from './pem';
import type { Protection } from './protection';

type Bytes = Uint8Array<ArrayBuffer>;

/** AES in CBC mode as OpenSSL names it, and the key's bytes. */
const ciphers: Readonly<Record<string, number>> = {
  'AES-128-CBC': 16,
  'AES-192-CBC': 24,
  'AES-256-CBC': 32,
};

/** How older tools protect a private key: what its headers say (RFC 1421 section 4.6.1.3). */
export function readLegacy({ headers }: Pick<PemBlock, 'headers'>): Read<Protection> {
  const info = headers.find((header) => /^DEK-Info:/i.test(header))?.replace(/^[^:]*:/, '') ?? '';
  const [name = '', hex = ''] = info.split(',').map((each) => each.trim());
  const length = ciphers[name.toUpperCase()];
  if (length === undefined) return bad('pem-cipher-unknown', { values: [name] });
  if (!/^[0-9a-f]{32}$/i.test(hex)) return bad('der-malformed');
  const iv = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return good({ iv, keyOf: (passphrase) => legacyKey(passphrase, iv, length) });
}

/** OpenSSL's EVP_BytesToKey: MD5, once, of what came before, the passphrase and the first eight bytes of the iv. */
async function legacyKey(passphrase: string, iv: Bytes, length: number): Promise<Bytes> {
  const { md5 } = await import('@noble/hashes/legacy.js');
  const secret = [...new TextEncoder().encode(passphrase), ...iv.subarray(0, 8)];
  let key: readonly number[] = [];
  let last: readonly number[] = [];
  while (key.length < length) {
    last = [...md5(Uint8Array.from([...last, ...secret]))];
    key = [...key, ...last];
  }
  return Uint8Array.from(key.slice(0, length));
}
