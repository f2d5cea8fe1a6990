import { decodeBase64url, isTolerable } from '../base64url';
import type { FaultCode } from '../faults';
import { looksCompact } from '../joseHeader';
import { readJson, type Span } from '../json';
import { byteOffset, tokenOffsetOf } from '../spans';
import type { Fault, Part, PartName } from '../token';
import { decodeUtf8 } from '../utf8';

/** A part and what is wrong with it. */
export interface PartReading {
  part: Part;
  faults: readonly Fault[];
  /** True when its bytes are certain: it is base64url, but for padding or unused bits that were kept. */
  decodes: boolean;
}

/** Decodes the base64url that stands at `span` of the token's text. */
export function readBinaryPart(text: string, name: PartName, span: Span): PartReading {
  const { bytes, faults, skipped } = decodeBase64url(text.slice(span.start, span.end));
  const part: Part = skipped.length > 0 ? { name, span, bytes, skipped } : { name, span, bytes };
  const told = faults.map((fault) => ({ ...fault, part: name, at: span.start + fault.at }));
  return { part, faults: told, decodes: faults.every(isTolerable) };
}

/** The same for a part that should be JSON: a header, a payload. */
export function readJsonPart(text: string, name: PartName, span: Span): PartReading {
  return withJson(readBinaryPart(text, name, span));
}

/** A part that stands in the token as it is (RFC 7797; unprotected headers), read as JSON where it is. */
export function readPlainPart(text: string, name: PartName, span: Span): PartReading {
  const plain = text.slice(span.start, span.end);
  const part: Part = { name, span, bytes: new TextEncoder().encode(plain), unencoded: true };
  return withJsonText({ part, faults: [], decodes: true }, plain);
}

/** Reads the bytes of a part as UTF-8 and as JSON, as far as they are. A payload that is itself a token is left as text. */
export function withJson(reading: PartReading): PartReading {
  const decoded = decodeUtf8(reading.part.bytes);
  if ('fault' in decoded) {
    const { code, byte, values } = decoded.fault;
    const { part } = reading;
    const fault: Fault = { code, part: part.name, at: tokenOffsetOf(part, byte), byte, values };
    return { ...reading, faults: [...reading.faults, fault] };
  }
  return withJsonText(reading, decoded.text);
}

function withJsonText(reading: PartReading, text: string): PartReading {
  const part: Part = { ...reading.part, text };
  if (part.name === 'payload' && looksCompact(text)) return { ...reading, part };
  const { root, faults, valid } = readJson(text);
  if (root) part[valid ? 'json' : 'fragment'] = root;
  const told = faults.map((fault): Fault => {
    const byte = byteOffset(part, fault.at);
    return { ...fault, part: part.name, byte, at: tokenOffsetOf(part, byte) };
  });
  return { ...reading, part, faults: [...reading.faults, ...told] };
}

/** A fault of a part as a whole, at its first character. */
export function faultOf(code: FaultCode, part: Part, ...values: string[]): Fault {
  const fault: Fault = { code, part: part.name, at: part.span.start };
  return values.length > 0 ? { ...fault, values } : fault;
}
