/** Half-open range of UTF-16 offsets in the text it belongs to. */
export interface Span {
  start: number;
  end: number;
}

/** One member of an object, as written; `duplicate` is true for every member but the first of that name. */
export interface JsonMember {
  name: string;
  nameSpan: Span;
  value: JsonNode;
  duplicate: boolean;
}

/**
 * A JSON value that remembers where it stands, so that its source text is never lost. `elided` says that a bound was
 * reached and that some of what is inside was checked but not kept.
 */
export type JsonNode =
  | { type: 'object'; span: Span; members: JsonMember[]; elided?: true }
  | { type: 'array'; span: Span; items: JsonNode[]; elided?: true }
  | { type: 'string'; span: Span; value: string }
  | { type: 'number'; span: Span; value: number }
  | { type: 'boolean'; span: Span; value: boolean }
  | { type: 'null'; span: Span };

/** Bounds that keep a hostile text from eating memory or the stack of whoever walks the nodes. */
export interface JsonBounds {
  /** Values nested deeper are checked but not kept. */
  maxDepth?: number;
  /** Values beyond this many are checked but not kept. */
  maxNodes?: number;
}

/** The node exactly as it is written. */
export function sourceOf(text: string, node: JsonNode): string {
  return text.slice(node.span.start, node.span.end);
}

/** The value of the last member of that name, which is the one that JSON.parse keeps; undefined for other nodes. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.type === 'object' ? node.members.findLast((member) => member.name === name)?.value : undefined;
}
