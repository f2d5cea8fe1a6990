import { type JsonFault, jsonWarnings } from './json/faults';
import type { JsonBounds, JsonNode } from './json/nodes';
import { JsonReader } from './json/reader';
import { readSpotless } from './json/spotless';

export { type JsonMember, type JsonNode, memberOf, type Span, sourceOf } from './json/nodes';

export interface JsonReading {
  /** What could be read; absent when nothing could. */
  root?: JsonNode;
  faults: readonly JsonFault[];
  /** True when the text is JSON (RFC 8259): every fault is only a warning. */
  valid: boolean;
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
