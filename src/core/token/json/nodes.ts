import type { JsonNode } from '../json';

/** The node exactly as it is written. */
export function sourceOf(text: string, node: JsonNode): string {
  return text.slice(node.span.start, node.span.end);
}

/** The value of the last member of that name, which is the one that JSON.parse keeps; undefined for other nodes. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.type === 'object' ? node.members.findLast((member) => member.name === name)?.value : undefined;
}
