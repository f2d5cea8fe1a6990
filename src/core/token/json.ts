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

/** A JSON value that remembers where it stands, so that its source text is never lost. */
export type JsonNode =
  | { type: 'object'; span: Span; members: JsonMember[] }
  | { type: 'array'; span: Span; items: JsonNode[] }
  | { type: 'string'; span: Span; value: string }
  | { type: 'number'; span: Span; value: number }
  | { type: 'boolean'; span: Span; value: boolean }
  | { type: 'null'; span: Span };
