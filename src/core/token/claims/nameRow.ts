/** A name, where it comes from, and what its value is when that matters. */
export type NameRow = readonly [name: string, source: string, kind?: 'time'];
