import { bad, good, type Read } from './key';

/** One value of DER (ITU-T X.690), with the values inside it where it is constructed. */
export interface Der {
  tag: number;
  /** The value's content. */
  body: Uint8Array;
  /** Tag, length and content together, as a certificate's signature or another reader needs them. */
  whole: Uint8Array;
  children: readonly Der[];
}

export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0Primitive: 0x80,
  context0: 0xa0,
  context1: 0xa1,
} as const;

const constructed = 0x20;
const deepest = 24;

/** Reads exactly one DER value that fills `bytes`. */
export function readDer(bytes: Uint8Array): Read<Der> {
  const read = readValue(bytes, 0, 0);
  if (!read.ok) return read;
  return read.value.whole.length === bytes.length
    ? read
    : bad('der-trailing', { values: [`${read.value.whole.length}`] });
}

function readValue(bytes: Uint8Array, start: number, depth: number): Read<Der> {
  const tag = bytes[start];
  const head = readLength(bytes, start + 1);
  if (tag === undefined) return bad('der-cut');
  if (!head.ok) return head;
  const { from, length } = head.value;
  if (from + length > bytes.length)
    return bad('der-cut', { values: [`${bytes.length - start}`, `${from + length - start}`] });
  if ((tag & 0x1f) === 0x1f || depth > deepest) return bad('der-malformed');
  const body = bytes.subarray(from, from + length);
  const whole = bytes.subarray(start, from + length);
  if ((tag & constructed) === 0) return good({ tag, body, whole, children: [] });
  const children = readAll(body, depth + 1);
  return children.ok ? good({ tag, body, whole, children: children.value }) : children;
}

function readAll(body: Uint8Array, depth: number): Read<readonly Der[]> {
  const children: Der[] = [];
  for (let at = 0; at < body.length; ) {
    const child = readValue(body, at, depth);
    if (!child.ok) return child.fault.code === 'der-cut' ? bad('der-malformed') : child;
    children.push(child.value);
    at += child.value.whole.length;
  }
  return good(children);
}

/** Definite lengths of up to four bytes (X.690 section 8.1.3). */
function readLength(bytes: Uint8Array, at: number): Read<{ from: number; length: number }> {
  const first = bytes[at];
  if (first === undefined) return bad('der-cut');
  if (first < 0x80) return good({ from: at + 1, length: first });
  const count = first & 0x7f;
  if (count === 0 || count > 4) return bad('der-malformed');
  if (at + count >= bytes.length) return bad('der-cut');
  const length = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return good({ from: at + 1 + count, length });
}

/** An object identifier in dotted form; the empty text when the value is none. */
export function oidOf(node: Der | undefined): string {
  if (node?.tag !== derTag.oid) return '';
  const arcs: number[] = [];
  let value = 0;
  for (const byte of node.body) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const first = arcs[0] ?? 0;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** A non-negative INTEGER's bytes, big-endian without leading zeros. */
export function unsignedOf(node: Der | undefined): Uint8Array | undefined {
  if (node?.tag !== derTag.integer || node.body.length === 0) return undefined;
  if ((node.body[0] ?? 0) >= 0x80) return undefined;
  const first = node.body.findIndex((byte) => byte !== 0);
  return first === -1 ? new Uint8Array(0) : node.body.subarray(first);
}

/** The bytes of a BIT STRING of whole bytes. */
export function bitsOf(node: Der | undefined): Uint8Array | undefined {
  return node?.tag === derTag.bitString && node.body[0] === 0 ? node.body.subarray(1) : undefined;
}

/** The bytes of an OCTET STRING. */
export function octetsOf(node: Der | undefined): Uint8Array | undefined {
  return node?.tag === derTag.octetString ? node.body : undefined;
}
