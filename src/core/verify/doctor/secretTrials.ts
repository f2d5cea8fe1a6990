import { decodeBase64, decodeStrict } from '../../key/base64';
import type { SecretEncoding } from '../../key/key';
import { readPem } from '../../key/pem';
import { readSecret, secretKey } from '../../key/secret';
import type { Patient, RemedyCode, Trial } from './trial';

type Bytes = Uint8Array<ArrayBuffer>;

interface Guess {
  code: RemedyCode;
  values?: readonly string[];
  bytes: Bytes | undefined;
}

const encodings: readonly SecretEncoding[] = ['text', 'base64', 'base64url', 'hex'];

/** The same secret, as tools and environment files change it on its way. */
const rewritings: readonly { code: RemedyCode; rewrite(text: string): string }[] = [
  { code: 'secret-trimmed', rewrite: (text) => text.trim() },
  { code: 'secret-newline', rewrite: (text) => `${text}\n` },
  { code: 'secret-newline', rewrite: (text) => `${text}\r\n` },
  { code: 'secret-unquoted', rewrite: (text) => text.trim().replace(/^(["'`])(.*)\1$/s, '$2') },
  { code: 'secret-unescaped', rewrite: (text) => text.replaceAll('\\n', '\n').replaceAll('\\r', '\r') },
  { code: 'secret-percent', rewrite: percentDecoded },
  { code: 'secret-prefix', rewrite: (text) => text.trim().replace(/^[A-Za-z_][\w.-]*\s*[=:]\s*/, '') },
  { code: 'secret-comment', rewrite: (text) => text.replace(/\s*#.*$/s, '') },
];

/** Guesses for a token with an HMAC: every reading of the text that was given as its secret. */
export function secretTrials({ signed, keyText }: Patient): readonly Trial[] {
  const guesses: readonly Guess[] = [
    ...encodingGuesses(keyText),
    ...rewritings.flatMap((each) => rewritten(each, keyText)),
    { code: 'secret-lenient-base64', bytes: lenientBase64(keyText) },
    { code: 'secret-latin1', bytes: latin1(keyText) },
  ];
  return trialsOf(guesses, signed);
}

/** Guesses for a token with an HMAC where a public key was given: that the key's text or bytes were the secret. */
export function keyAsSecretTrials({ signed, keyText }: Patient): readonly Trial[] {
  const unix = keyText.replaceAll('\r\n', '\n');
  const texts = [keyText, keyText.trim(), `${keyText.trim()}\n`, unix, unix.replaceAll('\n', '\r\n')];
  const blocks = readPem(keyText);
  const inside = blocks.ok ? blocks.value.map(({ bytes }) => bytes) : [];
  const body = keyText.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
  const every = [...texts.map(textBytes), ...inside, textBytes(body)];
  return trialsOf(
    every.map((bytes) => ({ code: 'key-as-secret', bytes }) as const),
    signed,
  );
}

function encodingGuesses(text: string): readonly Guess[] {
  return encodings.map((encoding): Guess => {
    const read = readSecret(text, encoding);
    return { code: 'secret-encoding', values: [encoding], bytes: read.ok ? read.value : undefined };
  });
}

/** A rewritten secret may be encoded besides. */
function rewritten({ code, rewrite }: (typeof rewritings)[number], text: string): readonly Guess[] {
  const plain = rewrite(text);
  if (plain === text) return [];
  return [textBytes(plain), decodeBase64(plain.trim()), decodeStrict(plain.trim())].map((bytes) => ({
    code,
    bytes,
  }));
}

function trialsOf(
  guesses: readonly Guess[],
  { rows, signature, input }: Patient['signed'],
): readonly Trial[] {
  const [row] = rows;
  if (row?.kind !== 'secret') return [];
  return guesses.flatMap(({ code, values = [], bytes }) =>
    bytes && bytes.length > 0
      ? [{ code, values, key: secretKey(bytes, 'yours'), row, signature, input }]
      : [],
  );
}

/** As decoders do that step over whatever is no base64, Node's among them. */
function lenientBase64(text: string): Bytes | undefined {
  const packed = text
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=.*$/s, '')
    .replace(/[^\w-]/g, '');
  const whole = packed.length % 4 === 1 ? packed.slice(0, -1) : packed;
  return decodeStrict(whole) ?? decodeStrict(whole.slice(0, -1) + withoutSpareBits(whole));
}

/** The last character, with the bits that carry nothing set to zero. */
function withoutSpareBits(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const spare = text.length % 4 === 2 ? 16 : 4;
  const value = alphabet.indexOf(text.slice(-1));
  return alphabet[value - (value % spare)] ?? '';
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function latin1(text: string): Bytes | undefined {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.some((code) => code > 127) && codes.every((code) => code < 256)
    ? Uint8Array.from(codes)
    : undefined;
}

function textBytes(text: string): Bytes {
  return new TextEncoder().encode(text);
}
