import { type JsonNode, memberOf } from '../token/json';

/** The text of a member; undefined where it is something else. */
export function textOf(node: JsonNode | undefined, name: string): string | undefined {
  const value = memberOf(node, name);
  return value?.type === 'string' ? value.value : undefined;
}

/** The texts of a member that is one text or a list of them. */
export function textsOf(node: JsonNode | undefined, name: string): readonly string[] {
  const value = memberOf(node, name);
  const nodes = value?.type === 'array' ? value.items : value ? [value] : [];
  return nodes.flatMap((each) => (each.type === 'string' ? [each.value] : []));
}

export function has(node: JsonNode | undefined, ...names: readonly string[]): boolean {
  return names.some((name) => memberOf(node, name) !== undefined);
}

/** One text or number somewhere in a JSON value. */
export interface Leaf {
  /** The names on the way to it, those of arrays left out. */
  path: readonly string[];
  /** The last of them, as written. */
  name: string;
  text: string;
}

const MOST_LEAVES = 2_000;
const LONGEST_TEXT = 20_000;

/** The texts and numbers of a JSON value, in order, within bounds; a number reads as its source. */
export function leavesOf(root: JsonNode | undefined, source: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: { node: JsonNode; path: readonly string[] }[] = root ? [{ node: root, path: [] }] : [];
  for (let next = waiting.pop(); next && leaves.length < MOST_LEAVES; next = waiting.pop()) {
    const { node, path } = next;
    if (node.type === 'array')
      waiting.push(
        ...node.items
          .slice(0, MOST_LEAVES)
          .map((item) => ({ node: item, path }))
          .reverse(),
      );
    if (node.type === 'object')
      waiting.push(
        ...node.members
          .slice(0, MOST_LEAVES)
          .map(({ name, value }) => ({ node: value, path: [...path, name] }))
          .reverse(),
      );
    if (node.type !== 'string' && node.type !== 'number') continue;
    const text = node.type === 'string' ? node.value : source.slice(node.span.start, node.span.end);
    leaves.push({ path, name: path.at(-1) ?? '', text: text.slice(0, LONGEST_TEXT) });
  }
  return leaves;
}

/** Every name in a JSON value, within the same bounds. */
export function namesIn(root: JsonNode | undefined): readonly string[] {
  const names: string[] = [];
  const waiting: JsonNode[] = root ? [root] : [];
  for (let node = waiting.pop(); node && names.length < MOST_LEAVES; node = waiting.pop()) {
    if (node.type === 'array') waiting.push(...node.items.slice(0, MOST_LEAVES));
    if (node.type !== 'object') continue;
    for (const { name, value } of node.members.slice(0, MOST_LEAVES)) {
      names.push(name);
      waiting.push(value);
    }
  }
  return names;
}
