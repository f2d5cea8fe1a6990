import type { JsonMember, JsonNode } from '../token/json';
import { partOf, type Token } from '../token/token';

type Claims = JsonNode & { type: 'object' };

/** The payload as JSON.parse has it; undefined where it is none. Takes as long as the payload is. */
export function parsedPayload(token: Token): unknown {
  const text = partOf(token, 'payload')?.text ?? '';
  try {
    // A byte order mark is only a warning to our reader, and too much for JSON.parse.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** What was looked up for claims that are not kept whole, so that a payload is parsed once and not every second. */
const lookedUp = new WeakMap<Claims, Map<string, JsonMember | undefined>>();

/**
 * The claims with those of that name whole. Of a payload with very many values not all are kept as nodes, so that a claim
 * may seem to be missing, or to be empty; these nodes have no place in the text.
 */
export function withWhole(claims: Claims, names: readonly string[], payload: () => unknown): Claims {
  const kept = new Map(claims.members.map((member) => [member.name, member]));
  const lost = names.filter((name) => {
    const value = kept.get(name)?.value;
    return value ? 'elided' in value : claims.elided === true;
  });
  if (lost.length === 0) return claims;
  const known = lookedUp.get(claims) ?? new Map<string, JsonMember | undefined>();
  lookedUp.set(claims, known);
  lookUp(
    lost.filter((name) => !known.has(name)),
    known,
    payload,
  );
  return { ...claims, members: [...claims.members, ...lost.flatMap((name) => known.get(name) ?? [])] };
}

function lookUp(
  names: readonly string[],
  known: Map<string, JsonMember | undefined>,
  payload: () => unknown,
): void {
  const whole = names.length > 0 ? payload() : undefined;
  if (typeof whole !== 'object' || whole === null) return;
  const claims = whole as Readonly<Record<string, unknown>>;
  for (const name of names)
    known.set(name, Object.hasOwn(claims, name) ? memberFrom(name, claims[name]) : undefined);
}

const nowhere = { start: 0, end: 0 };

const memberFrom = (name: string, value: unknown): JsonMember => ({
  name,
  nameSpan: nowhere,
  value: nodeFrom(value),
  duplicate: false,
});

/** Of what is inside, only the items of a list matter to an expectation. */
function nodeFrom(value: unknown): JsonNode {
  const span = nowhere;
  if (typeof value === 'string') return { type: 'string', span, value };
  if (typeof value === 'number') return { type: 'number', span, value };
  if (typeof value === 'boolean') return { type: 'boolean', span, value };
  if (value === null) return { type: 'null', span };
  if (!Array.isArray(value)) return { type: 'object', span, members: [], elided: true };
  return { type: 'array', span, items: value.map((each) => nodeFrom(Array.isArray(each) ? null : each)) };
}
