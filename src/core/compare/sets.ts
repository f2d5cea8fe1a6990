import { claimInfo } from '../token/claims';
import { type JsonNode, sourceOf } from '../token/json';
import { numberKey } from './sameNumber';

/** Claims whose texts hold several values with spaces between (RFC 8693 section 4.2 and vendors). */
const spaced: ReadonlySet<string> = new Set(['scope', 'scp', 'scopes']);

/** Claims that are one value or a list of such (RFC 7519 section 4.1.3 and vendors). */
const oneOrMany: ReadonlySet<string> = new Set(['aud', 'roles', 'groups', 'scp', 'permissions', 'amr']);

/** One element of a set: what it is compared by, and how it is written. */
interface Element {
  value: string;
  text: string;
}

/** The elements of a value whose order means nothing: a list of plain values, or a claim that stands for one. */
export function elementsOf(name: string, node: JsonNode, text: string): readonly Element[] | undefined {
  if (node.type === 'string' && spaced.has(name)) {
    const values = node.value.split(' ').filter((each) => each !== '');
    return values.map((value) => ({ value: `string ${value}`, text: JSON.stringify(value) }));
  }
  if (node.type === 'string' && oneOrMany.has(name)) return [elementOf(node, text)];
  if (node.type !== 'array' || node.items.some(({ type }) => type === 'object' || type === 'array'))
    return undefined;
  return node.items.map((item) => elementOf(item, text));
}

function elementOf(node: JsonNode, text: string): Element {
  const source = sourceOf(text, node);
  if (node.type === 'string') return { value: `string ${node.value}`, text: source };
  return { value: node.type === 'number' ? numberKey(source) : source, text: source };
}

/** What stands in one list and not in the other, each as often as it is missing. */
export function missingFrom(other: readonly Element[], own: readonly Element[]): readonly string[] {
  const left = new Map<string, number>();
  for (const { value } of other) left.set(value, (left.get(value) ?? 0) + 1);
  return own.flatMap(({ value, text }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count > 0 ? [] : [text];
  });
}

/** True for a claim or header parameter that holds a time (RFC 7519 section 2). */
export function isTime(name: string): boolean {
  return claimInfo(name)?.kind === 'time';
}
