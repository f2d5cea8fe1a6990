import type { FaultCode } from '../faults';
import { isJoseHeader } from '../joseHeader';
import { memberOf, type Span } from '../json';
import type { Fault, Part, PartName } from '../token';
import { faultOf, type PartReading, readBinaryPart, readJsonPart, readPlainPart } from './parts';

type Layout = readonly PartName[];

/** RFC 7515 section 7.1, RFC 7516 section 7.1. */
const jws: Layout = ['header', 'payload', 'signature'];
const jwe: Layout = ['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'];

/** More dots than these are counted, not read. */
const mostParts = 6;

/** What a wrong number of parts is called. */
const countFaults: Readonly<Record<number, FaultCode>> = { 1: 'one-part', 2: 'two-parts', 4: 'four-parts' };

/** What reading a compact serialization gives. */
export interface CompactReading {
  encrypted: boolean;
  valid: boolean;
  parts: Part[];
  faults: Fault[];
}

/** Reads the compact serialization of a JWS or JWE (RFC 7515 section 7.1, RFC 7516 section 7.1) that stands at `within`. */
export function readCompact(text: string, within: Span): CompactReading {
  const { spans, count } = splitAtDots(text, within);
  const header = readHeader(text, spans[0] ?? within);
  const layout = layoutFor(count, header.part);
  const readings = [header];
  for (const [at, span] of spans.slice(1, layout.length).entries()) {
    readings.push(readPart(text, layout[at + 1] ?? 'signature', span, header.part));
  }
  const encrypted = layout === jwe;
  const shape = count === layout.length ? [] : [countFault(count, spans)];
  const known = readings.flatMap((each) => each.faults);
  return {
    encrypted,
    valid: shape.length === 0 && readings.every((each) => each.decodes) && isJose(readings),
    parts: readings.map((each) => each.part),
    faults: [...shape, ...known, ...headerFaults(header.part, encrypted), ...bodyFaults(readings)],
  };
}

const registered = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'];

/**
 * A header that is a JSON object and names an algorithm, or says JWT, or stands before claims of RFC 7519: other formats
 * of three parts put a JSON object first too, Flask's session cookie for one.
 */
function isJose(readings: readonly PartReading[]): boolean {
  const [header, body] = readings.map((each) => each.part);
  if (header?.json?.type !== 'object') return false;
  return (
    body?.name !== 'payload' ||
    isJoseHeader(header.json) ||
    registered.some((name) => memberOf(body?.json, name))
  );
}

function splitAtDots(text: string, { start, end }: Span): { spans: Span[]; count: number } {
  const spans: Span[] = [];
  let count = 0;
  let from = start;
  while (from <= end) {
    const dot = text.indexOf('.', from);
    const behind = dot < 0 || dot > end ? end : dot;
    if (++count <= mostParts) spans.push({ start: from, end: behind });
    from = behind + 1;
  }
  return { spans, count };
}

/** A text with the wrong number of parts is read as what it most resembles. */
function layoutFor(count: number, header: Part): Layout {
  if (count === jws.length || count === jwe.length) return count === jws.length ? jws : jwe;
  return memberOf(header.json, 'enc') ? jwe : jws;
}

function readHeader(text: string, span: Span): PartReading {
  return span.start === span.end ? readBinaryPart(text, 'header', span) : readJsonPart(text, 'header', span);
}

function readPart(text: string, name: PartName, span: Span, header: Part): PartReading {
  if (name !== 'payload') return readBinaryPart(text, name, span);
  if (isUnencoded(header)) return readPlainPart(text, name, span);
  if (span.end > span.start) return readContent(text, name, span, header);
  const reading = readBinaryPart(text, name, span);
  return { ...reading, part: { ...reading.part, text: '' } };
}

/** What is compressed is not to blame for being no text. */
function readContent(text: string, name: PartName, span: Span, header: Part): PartReading {
  const reading = readJsonPart(text, name, span);
  return isCompressed(header) ? { ...reading, faults: readBinaryPart(text, name, span).faults } : reading;
}

/** RFC 7516 section 4.1.3; some signed tokens say it too. */
export function isCompressed(header: Part | undefined): boolean {
  const zip = memberOf(header?.json, 'zip');
  return zip?.type === 'string' && zip.value === 'DEF';
}

/** RFC 7797 section 3: the payload stands in the token as it is. Without crit, `b64` means nothing (section 6). */
export function isUnencoded(header: Part): boolean {
  return saysUnencoded(header) && criticalNames(header).includes('b64');
}

function saysUnencoded(header: Part): boolean {
  const b64 = memberOf(header.json, 'b64');
  return b64?.type === 'boolean' && !b64.value;
}

function criticalNames(header: Part): unknown[] {
  const crit = memberOf(header.json, 'crit');
  return crit?.type === 'array' ? crit.items.map((item) => 'value' in item && item.value) : [];
}

function countFault(count: number, spans: readonly Span[]): Fault {
  const last = spans[Math.min(count, mostParts) - 1];
  return { code: countFaults[count] ?? 'too-many-parts', at: last?.start ?? 0, values: [String(count)] };
}

/** RFC 7515 section 4.1.1, RFC 7516 sections 4.1.1 and 4.1.2. */
export function headerFaults(header: Part, encrypted: boolean): Fault[] {
  if (header.span.start === header.span.end) return [faultOf('header-empty', header)];
  if (!header.json) return [];
  if (header.json.type !== 'object') return [faultOf('header-not-object', header, header.json.type)];
  const faults = algFaults(header);
  if (saysUnencoded(header) && !isUnencoded(header)) faults.push(faultOf('b64-not-critical', header));
  if (encrypted && !memberOf(header.json, 'enc')) faults.push(faultOf('enc-missing', header));
  return faults;
}

function algFaults(header: Part): Fault[] {
  const alg = memberOf(header.json, 'alg');
  if (!alg) return [faultOf('alg-missing', header)];
  if (alg.type !== 'string') return [faultOf('alg-not-text', header, alg.type)];
  return alg.value.trim() === '' ? [faultOf('alg-empty', header)] : [];
}

/** What is odd about a payload and a signature that decode: the claims are no object (RFC 7519 section 7.2), or nothing is there. */
function bodyFaults(readings: readonly PartReading[]): Fault[] {
  const [header, payload, signature] = readings.map((each) => each.part);
  if (payload?.name !== 'payload') return [];
  const faults: Fault[] = [];
  if (payload.span.start === payload.span.end) faults.push(faultOf('payload-empty', payload));
  if (payload.json && payload.json.type !== 'object')
    faults.push(faultOf('payload-not-object', payload, payload.json.type));
  const alg = memberOf(header?.json, 'alg');
  const unsecured = alg?.type === 'string' && alg.value === 'none';
  if (signature?.bytes.length === 0 && !unsecured) faults.push(faultOf('signature-missing', signature));
  return faults;
}
