import { decodeBase64url } from './base64url';
import { memberOf, readJson } from './json';
import type { Lookalike, LookalikeReader } from './lookalike';
import { decodeUtf8 } from './utf8';

type Told = Omit<Lookalike, 'kind'>;

/** Seconds from 1970 to 2011, from which old versions of itsdangerous count. */
const itsdangerousEpoch = 1_293_840_000;
/** Nothing of this kind is older than the web. */
const oldest = 631_152_000;

/** The bytes of base64 in either alphabet, also escaped for a URL. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replace(/%3d/gi, '').replace(/%2b/gi, '+').replace(/%2f/gi, '/');
  return decodeBase64url(plain.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')).bytes;
}

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeUtf8(bytes);
  return 'text' in decoded ? decoded.text : undefined;
}

function numberOf(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

/** itsdangerous: the content, perhaps compressed, which a dot before it says; a time; a signature. */
function flask(text: string): Told | undefined {
  const compressed = text.startsWith('.');
  const [content = '', time = ''] = text.slice(compressed ? 1 : 0).split('.');
  const seconds = numberOf(decodeBase64url(time).bytes);
  const madeSeconds = seconds < oldest ? seconds + itsdangerousEpoch : seconds;
  const told = contentOf(content, compressed);
  return told && seconds < 2 ** 33 ? { madeSeconds, ...told } : undefined;
}

/** django.core.signing: the content, a time in base 62, a signature. */
function django(text: string): Told | undefined {
  const compressed = text.startsWith('.');
  const [content = '', time = ''] = text.slice(compressed ? 1 : 0).split(':');
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const madeSeconds = [...time].reduce((number, digit) => number * 62 + digits.indexOf(digit), 0);
  return { madeSeconds, ...contentOf(content, compressed) };
}

function contentOf(encoded: string, compressed: boolean): Told | undefined {
  const bytes = bytesOf(encoded);
  if (compressed) return isZlib(bytes) ? { compressed: bytes } : undefined;
  const content = textOf(bytes);
  return content !== undefined && readJson(content).valid ? { content } : undefined;
}

/** RFC 1950 section 2.2: method 8, and a checksum over the first two bytes. */
function isZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}

/** Version 0x80, then the time in 8 bytes. */
function fernet(text: string): Told | undefined {
  const bytes = bytesOf(text);
  return bytes[0] === 0x80 && bytes.length >= 73
    ? { madeSeconds: numberOf(bytes.subarray(1, 9)) }
    : undefined;
}

/** Version 1 is made of packets, each behind its length in 4 hexadecimal digits; version 2 is binary. */
function macaroon(text: string): Told | undefined {
  const bytes = bytesOf(text);
  if (bytes[0] === 2) return {};
  const content = new TextDecoder('latin1').decode(bytes);
  if (!/^[\da-f]{4}location /.test(content)) return undefined;
  const packets = content.match(/(?:location|identifier|cid) [^\n]+/g);
  return packets ? { content: packets.join('\n') } : {};
}

/** A JSON object with initialization vector, value and signature. */
function laravel(text: string): Told | undefined {
  const content = textOf(bytesOf(text));
  const { root } = readJson(content ?? '');
  return ['iv', 'value', 'mac'].every((name) => memberOf(root, name)) ? {} : undefined;
}

function saml(text: string): Told | undefined {
  const content = textOf(bytesOf(text));
  return content !== undefined &&
    /<(?:\w+:)?(?:Response|AuthnRequest|Assertion|LogoutRe\w+)[\s>]/.test(content)
    ? { content }
    : undefined;
}

export const readers = { flask, django, fernet, macaroon, laravel, saml } satisfies Record<
  string,
  LookalikeReader
>;
