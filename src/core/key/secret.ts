import { decodeBase64, decodeStrict } from './base64';
import { bad, good, type Key, type KeyNote, type KeySource, type Read, type SecretEncoding } from './key';
import { isWellKnown } from './knownSecrets';

/** RFC 7518 section 3.2: an HMAC key is at least as long as the hash; HS256 asks for the least. */
const shortestSecretBits = 256;

const readers: Readonly<Record<SecretEncoding, (text: string) => Read<Uint8Array<ArrayBuffer>>>> = {
  text: (text) => good(new TextEncoder().encode(text)),
  base64: (text) => orElse(decodeBase64(text.trim()), 'not-base64', text, /[^A-Za-z0-9+/=]/),
  base64url: (text) =>
    orElse(decodeStrict(text.trim().replace(/={1,2}$/, '')), 'not-base64url', text, /[^\w=-]/),
  hex: (text) => orElse(hexBytes(text), 'not-hex', text, /[^0-9a-fA-F]/),
};

/** The bytes that a secret's text stands for. Text is taken exactly; only the other encodings ignore space around. */
export function readSecret(text: string, encoding: SecretEncoding): Read<Uint8Array<ArrayBuffer>> {
  const bytes = readers[encoding](text);
  return bytes.ok && bytes.value.length === 0 ? bad('empty') : bytes;
}

/** A key of secret bytes, with what is worth noting about the bytes. */
export function secretKey(bytes: Uint8Array<ArrayBuffer>, source: KeySource): Key {
  const bits = 8 * bytes.length;
  const notes: KeyNote[] = [];
  if (bits < shortestSecretBits)
    notes.push({ code: 'short-secret', values: [`${bits}`, `${shortestSecretBits}`] });
  if (isWellKnown(bytes)) notes.push({ code: 'well-known' });
  const material = { type: 'bytes', bytes } as const;
  return { kind: 'secret', format: 'secret', source, bits, private: false, notes, material };
}

const shapes: readonly { code: KeyNote['code']; pattern: RegExp }[] = [
  { code: 'trailing-newline', pattern: /[\r\n]$/ },
  { code: 'space-around', pattern: /^\s|[^\S\r\n][\r\n]*$/ },
  { code: 'quotes', pattern: /^\s*(["'`]).*\1\s*$/s },
  { code: 'looks-like-key', pattern: /-----BEGIN |^\s*\{[\s\S]*"kty"|^\s*(?:ssh-|ecdsa-sha2-)\S+ AAAA/ },
  { code: 'looks-like-token', pattern: /^\s*(?:Bearer\s+)?eyJ[\w-]*\.[\w-]+\.[\w-]*\s*$/i },
  { code: 'looks-like-address', pattern: /^\s*https?:\/\/\S+\s*$/i },
];

/** What the look of a secret's text suggests: most failures to verify are one of these. */
export function notesOnText(text: string): readonly KeyNote[] {
  return shapes.filter(({ pattern }) => pattern.test(text)).map(({ code }) => ({ code }));
}

const everyEncoding: readonly SecretEncoding[] = ['text', 'base64', 'base64url', 'hex'];

/** The encodings that a secret's text can be read in, the likely one first. */
export function sensibleEncodings(text: string): readonly SecretEncoding[] {
  const likely = likelyEncoding(text);
  return [
    likely,
    ...everyEncoding.filter((encoding) => encoding !== likely && readSecret(text, encoding).ok),
  ];
}

/** Generated secrets come in these sizes; words and phrases hardly ever do. */
const usualBytes: ReadonlySet<number> = new Set([16, 24, 32, 48, 64, 128]);

/**
 * How a secret's text most likely stands for bytes, by its look alone: as text, unless it has the exact length and
 * alphabet of a generated key. `fittingEncoding` in core/verify knows better when a token is at hand.
 */
export function likelyEncoding(text: string): SecretEncoding {
  const packed = text.trim();
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(packed)) return isUsual(hexBytes(packed)) ? 'hex' : 'text';
  if (!/\d/.test(packed) || !/[a-z]/.test(packed) || !/[A-Z]/.test(packed)) return 'text';
  if (isUsual(decodeBase64(packed)) && /[+/=]/.test(packed)) return 'base64';
  return isUsual(decodeStrict(packed)) ? 'base64url' : 'text';
}

function isUsual(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && usualBytes.has(bytes.length);
}

function hexBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  const packed = text.trim();
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(packed)) return undefined;
  return Uint8Array.from(packed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function orElse(
  bytes: Uint8Array<ArrayBuffer> | undefined,
  code: 'not-base64' | 'not-base64url' | 'not-hex',
  text: string,
  foreign: RegExp,
): Read<Uint8Array<ArrayBuffer>> {
  if (bytes) return good(bytes);
  const start = text.length - text.trimStart().length;
  const found = foreign.exec(text.trim());
  return found
    ? bad(code, { at: start + found.index, values: [found[0]] })
    : bad(code, { at: text.trimEnd().length });
}
