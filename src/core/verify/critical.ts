import { type JsonNode, memberOf } from '../token/json';
import { type Unchecked, unchecked } from './outcome';

/** Extensions that are understood here: RFC 7797. */
const understood: ReadonlySet<string> = new Set(['b64']);

/** Names that RFC 7515 section 4.1.11 forbids in "crit", because every implementation must know them. */
const registered: ReadonlySet<string> = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c'.split(' '),
);

/** What RFC 7515 section 4.1.11 and RFC 7797 section 6 forbid to go on with. */
export function criticalFault(header: JsonNode): Unchecked | undefined {
  const crit = memberOf(header, 'crit');
  const b64 = memberOf(header, 'b64');
  const names = crit ? criticalNames(crit) : [];
  if (!names || names.some((name) => registered.has(name) || !memberOf(header, name)))
    return unchecked('crit-malformed');
  const unknown = names.filter((name) => !understood.has(name));
  if (unknown.length > 0) return unchecked('crit-unknown', unknown.join(', '));
  if (b64 && b64.type !== 'boolean') return unchecked('b64-malformed');
  const mustBeCritical = b64?.type === 'boolean' && !b64.value;
  return mustBeCritical && !names.includes('b64') ? unchecked('b64-not-critical') : undefined;
}

/** The names, when they are a list of at least one text and none stands twice. */
function criticalNames(crit: JsonNode): readonly string[] | undefined {
  if (crit.type !== 'array' || crit.items.length === 0) return undefined;
  const names = crit.items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
  return names.length === crit.items.length && new Set(names).size === names.length ? names : undefined;
}
