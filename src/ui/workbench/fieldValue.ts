import { type JsonNode, readJson, sourceOf } from '../../core/token/json';

/** How a field's value is typed: a text without its quotes, or anything as JSON. */
export type FieldKind = 'text' | 'json';

export const kindOf = (node: JsonNode): FieldKind => (node.type === 'string' ? 'text' : 'json');

/** What stands in the field's box. */
export function shownValue(node: JsonNode, text: string): string {
  return node.type === 'string' ? node.value : sourceOf(text, node);
}

/** The JSON that is meant by what was typed; undefined while it is none. */
export function writtenValue(kind: FieldKind, typed: string): string | undefined {
  if (kind === 'text') return JSON.stringify(typed);
  const { root, valid } = readJson(typed);
  return root && valid ? typed.trim() : undefined;
}
