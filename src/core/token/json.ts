import { type JsonFault, jsonWarnings } from './json/faults';
import { JsonReader } from './json/reader';
import { readSpotless } from './json/spotless';

export { memberOf, sourceOf } from './json/nodes';

/** Half-open range of UTF-16 offsets in the text it belongs to. */
export interface Span {
  start: number;
  end: number;
}

/** One member of an object, as written; `duplicate` is true for every member but the first of that name. */
export interface JsonMember {
  name: string;
  nameSpan: Span;
  value: JsonNode;
  duplicate: boolean;
}

/**
 * A JSON value that remembers where it stands, so that its source text is never lost. `elided` says that a bound was
 * reached and that some of what is inside was checked but not kept.
 */
export type JsonNode =
  | { type: 'object'; span: Span; members: JsonMember[]; elided?: true }
  | { type: 'array'; span: Span; items: JsonNode[]; elided?: true }
  | { type: 'string'; span: Span; value: string }
  | { type: 'number'; span: Span; value: number }
  | { type: 'boolean'; span: Span; value: boolean }
  | { type: 'null'; span: Span };

export interface JsonReading {
  /** What could be read; absent when nothing could. */
  root?: JsonNode;
  faults: readonly JsonFault[];
  /** True when the text is JSON (RFC 8259): every fault is only a warning. */
  valid: boolean;
}

/** Bounds that keep a hostile text from eating memory or the stack of whoever walks the nodes. */
export interface JsonBounds {
  /** Values nested deeper are checked but not kept. */
  maxDepth?: number;
  /** Values beyond this many are checked but not kept. */
  maxNodes?: number;
}

/** Reads a JSON text losslessly and as far as it makes sense. Never throws; takes time linear in the text. */
export function readJson(text: string, bounds: JsonBounds = {}): JsonReading {
  const spotless = readSpotless(text, bounds);
  if (spotless) return { root: spotless, faults: [], valid: true };
  const { root, faults } = new JsonReader(text, bounds).read();
  const positioned = faults.map((fault) => ({ ...fault, ...positionOf(text, fault.at) }));
  const reading = { faults: positioned, valid: faults.every((fault) => jsonWarnings.has(fault.code)) };
  return root ? { root, ...reading } : reading;
}

/** Line and column, from 1, of a UTF-16 offset; lines end at line feeds. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
