import type { Span } from '../json';
import type { Fault, Token } from '../token';
import { readCompact } from './compact';
import { faultOf, type PartReading, readJsonPart, readPlainPart } from './parts';

/** A real credential has a few dozen. What comes after these is not read. */
const mostDisclosures = 10_000;

/**
 * Reads an SD-JWT (RFC 9901 section 4): the issuer's JWT, its disclosures, each behind a tilde, and behind the last
 * tilde nothing, or the JWT that binds it to the holder's key. Whether the disclosures belong to it is not looked at.
 */
export function readSdJwt(text: string): Token {
  const [issued, ...more] = splitAtTildes(text);
  const { encrypted, valid, parts, faults } = readCompact(text, issued ?? { start: 0, end: text.length });
  const last = more.pop();
  const disclosures = more.map((span, index) => readDisclosure(text, span, index));
  const binding = last && last.end > last.start ? [readPlainPart(text, 'key-binding', last)] : [];
  const told = [...faults, ...disclosures.flatMap((each) => each.faults)];
  const first = parts[0];
  const tooMany = more.length > mostDisclosures;
  if (tooMany && last) told.push({ code: 'sd-too-many', at: last.start, values: [String(mostDisclosures)] });
  if (encrypted && first) told.push(faultOf('sd-jwt-encrypted', first));
  return {
    text,
    form: 'sd-jwt',
    valid: valid && !encrypted && !tooMany && disclosures.every((each) => each.decodes),
    parts: [...parts, ...[...disclosures, ...binding].map((each) => each.part)],
    faults: told,
  };
}

function splitAtTildes(text: string): Span[] {
  let start = 0;
  return text.split('~', mostDisclosures + 3).map((piece) => {
    const span = { start, end: start + piece.length };
    start = span.end + 1;
    return span;
  });
}

/** RFC 9901 section 4.2: a JSON array. */
function readDisclosure(text: string, span: Span, index: number): PartReading {
  const reading = readJsonPart(text, 'disclosure', span);
  const part = { ...reading.part, index };
  const faults: Fault[] = [...reading.faults];
  if (part.json && part.json.type !== 'array')
    faults.push(faultOf('disclosure-not-array', part, part.json.type));
  return { ...reading, part, faults };
}
