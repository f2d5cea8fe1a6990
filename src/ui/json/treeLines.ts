import type { JsonNode } from '../../core/token/json';
import { stepToItem, stepToMember } from '../../core/token/jsonPath';

/** One line of a JSON tree. */
export interface TreeLine {
  node: JsonNode;
  depth: number;
  /** The member's name or the item's index; empty for the root. */
  name: string;
  /** As JSONPath writes it (RFC 9535): $.address.geo[0], $["a b"]. */
  path: string;
  /** How many values it holds, where it can be opened. */
  size?: number | undefined;
}

/** A value that others stand in, unless they were left out when it was read. */
export const isBranch = (node: JsonNode): boolean => childrenOf(node).length > 0 && !('elided' in node);

const childrenOf = (node: JsonNode): readonly { name: string; value: JsonNode; step: string }[] => {
  if (node.type === 'array')
    return node.items.map((value, at) => ({ name: String(at), value, step: stepToItem(at) }));
  if (node.type !== 'object') return [];
  return node.members.map(({ name, value }) => ({ name, value, step: stepToMember(name) }));
};

/** The path of a member of the root. */
export const pathOfMember = (name: string): string => `$${stepToMember(name)}`;

/**
 * The lines of a tree of which some branches are open, in the order of the source; no more than `most`. Works without
 * recursion, so that no nesting is too deep.
 */
export function treeLines(
  root: JsonNode,
  rootPath: string,
  isOpen: (node: JsonNode, depth: number) => boolean,
  most: number,
): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const waiting: TreeLine[] = [{ node: root, depth: 0, name: '', path: rootPath }];
  for (let line = waiting.pop(); line && lines.length < most; line = waiting.pop()) {
    const { node, depth, path } = line;
    const children = isBranch(node) ? childrenOf(node) : [];
    lines.push(children.length > 0 ? { ...line, size: children.length } : line);
    if (children.length === 0 || !isOpen(node, depth)) continue;
    const next = children.slice(0, most).map(({ name, value, step }) => ({
      node: value,
      depth: depth + 1,
      name,
      path: path + step,
    }));
    waiting.push(...next.reverse());
  }
  return lines;
}
