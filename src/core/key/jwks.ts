import { type JsonNode, type JsonReading, memberOf, positionOf } from '../token/json';
import { jsonWarnings } from '../token/json/faults';
import { readJwk } from './jwk';
import { bad, type Key, type KeyFault, type KeyNote, type KeyReading, type KeySource } from './key';

/** Reads a JSON text that should be a JWK or a JWK Set (RFC 7517). Positions are those of the text. */
export function readJwkText(
  text: string,
  { root, faults, valid }: JsonReading,
  source: KeySource,
): KeyReading {
  if (!root || !valid) {
    const broken = faults.find(({ code }) => !jsonWarnings.has(code));
    return faultAt(text, { code: 'json-broken', at: broken?.at ?? 0 });
  }
  const keys = memberOf(root, 'keys');
  if (keys?.type === 'array') return readSet(text, keys.items, source);
  if (memberOf(root, 'jwks_uri')) return faultAt(text, { code: 'discovery-document', at: root.span.start });
  if (root.type === 'array') return readSet(text, root.items, source);
  if (!memberOf(root, 'kty')) return faultAt(text, { code: 'json-not-a-key', at: root.span.start });
  const key = readJwk(root, 'jwk', source);
  return key.ok
    ? { ok: true, format: 'jwk', keys: [key.value], notes: key.value.notes }
    : faultAt(text, key.fault);
}

/** RFC 7517 section 5: keys of a set that are not understood are ignored; here they are counted. */
function readSet(text: string, items: readonly JsonNode[], source: KeySource): KeyReading {
  const read = items.map((item) => readJwk(item, 'jwks', source));
  const keys: Key[] = read.flatMap((key) => (key.ok ? [key.value] : []));
  const [fault] = read.flatMap((key) => (key.ok ? [] : [key.fault]));
  if (items.length === 0) return bad('jwks-empty');
  if (fault && items.length === 1) return faultAt(text, fault);
  if (keys.length === 0) return bad('jwks-none-usable', { values: [`${items.length}`] });
  const skipped = items.length - keys.length;
  const notes: KeyNote[] = skipped > 0 ? [{ code: 'skipped-keys', values: [`${skipped}`] }] : [];
  return { ok: true, format: 'jwks', keys, notes: [...notes, ...keys.flatMap((key) => key.notes)] };
}

function faultAt(text: string, fault: KeyFault): KeyReading {
  return {
    ok: false,
    fault: fault.at === undefined ? fault : { ...fault, line: positionOf(text, fault.at).line },
  };
}
