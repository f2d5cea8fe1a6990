/** Where a value stands: names and indexes from the root of the header or payload. */
export type Path = readonly (string | number)[];

/** One difference in meaning. Values are JSON as written. */
export type Difference = { path: Path } & (
  | { kind: 'added'; after: string }
  | { kind: 'removed'; before: string }
  | { kind: 'changed'; before: string; after: string }
  /** Of a list whose order means nothing: what came and what went. */
  | { kind: 'set'; added: readonly string[]; removed: readonly string[]; before: string; after: string }
  /** Of a time: how much later, in seconds; negative: earlier. */
  | { kind: 'time'; seconds: number; before: string; after: string }
);

/** What the same value can look like. */
export interface Look {
  /** Members or elements stand in another order. */
  reordered: boolean;
  /** White space, escapes or numbers are written differently. */
  rewritten: boolean;
}
