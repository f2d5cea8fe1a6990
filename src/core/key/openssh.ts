import { encodeBase64url } from '../token/base64url';
import { ecJwk, type FoundKey, fixedJwk } from './asn1Key';
import { decodeBase64 } from './base64';
import { buildKey } from './build';
import { bad, good, type JwkMaterial, type Key, type KeyReading, type KeySource, type Read } from './key';

const line = /^[ \t]*(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521))[ \t]+(\S+)[ \t]*(.*?)[ \t]*$/;

/** True when a text begins as an OpenSSH public key (RFC 4253 section 6.6). */
export function looksLikeOpenssh(text: string): boolean {
  return /^\s*(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-nistp\d+)\s+AAAA/.test(text);
}

/** Reads OpenSSH public keys, one to a line, as id_rsa.pub and authorized_keys hold them. */
export function readOpensshKeys(text: string, source: KeySource): KeyReading {
  const keys: Key[] = [];
  for (const [index, each] of text.split(/\r?\n/).entries()) {
    if (each.trim() === '') continue;
    const key = readLine(each, source);
    if (!key.ok) return { ok: false, fault: { ...key.fault, line: index + 1 } };
    keys.push(key.value);
  }
  return { ok: true, format: 'openssh', keys, notes: keys.flatMap(({ notes }) => notes) };
}

function readLine(text: string, source: KeySource): Read<Key> {
  const [, type = '', body = '', comment = ''] = line.exec(text) ?? [];
  const fields = wireFields(decodeBase64(body) ?? new Uint8Array());
  if (!fields || new TextDecoder().decode(fields[0]) !== type) return bad('openssh-malformed');
  const jwk = jwkOf(type, fields.slice(1));
  if (!jwk.ok) return jwk;
  const found: FoundKey = { format: 'openssh', material: { type: 'jwk', jwk: jwk.value }, private: false };
  return buildKey(found, source, comment === '' ? {} : { label: comment });
}

function jwkOf(type: string, [first, second]: readonly Uint8Array[]): Read<JwkMaterial> {
  if (!first) return bad('openssh-malformed');
  if (type === 'ssh-ed25519') return good(fixedJwk('OKP', 'Ed25519', first));
  if (!second) return bad('openssh-malformed');
  if (type === 'ssh-rsa') return good({ kty: 'RSA', e: encodeNumber(first), n: encodeNumber(second) });
  return ecJwk(`P-${type.slice(-3)}`, second);
}

/** RFC 4251 section 5: an mpint has a zero byte before a first bit that is set. */
function encodeNumber(bytes: Uint8Array): string {
  return encodeBase64url(bytes[0] === 0 ? bytes.subarray(1) : bytes);
}

/** Fields of four bytes of length and that many bytes; undefined when they do not end where the bytes end. */
function wireFields(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return at === bytes.length && fields.length > 0 ? fields : undefined;
}
