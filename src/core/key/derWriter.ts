import { derTag } from './der';
import { joinBytes } from './joinBytes';

/** One DER value (X.690 section 8.1) of the given tag around its content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = joinBytes(...content);
  return joinBytes(Uint8Array.of(tag, ...lengthOf(body.length)), body);
}

/** An INTEGER of big-endian bytes; a first bit that is set gets a zero byte before it. */
export function derInteger(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return der(derTag.integer, (digits[0] ?? 0) >= 0x80 ? joinBytes(Uint8Array.of(0), digits) : digits);
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return der(derTag.oid, Uint8Array.from([first * 40 + second, ...arcs].flatMap(baseOf128)));
}

/** A BIT STRING of whole bytes. */
export function derBits(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return der(derTag.bitString, Uint8Array.of(0), bytes);
}

export function derSequence(...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return der(derTag.sequence, ...content);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 255);
  return [0x80 + bytes.length, ...bytes];
}

function baseOf128(arc: number): readonly number[] {
  const digits = [arc & 127];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 127) | 128);
  return digits;
}
