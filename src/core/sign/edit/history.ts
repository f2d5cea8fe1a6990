/** What was edited, with all that can be undone and done again. Values are never changed, only replaced. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was: typing in one place goes on as one change. */
  readonly kind?: string | undefined;
  /** When it was, milliseconds since the epoch. */
  readonly atMs?: number | undefined;
}

/** Typing that pauses for longer than this begins a new change, in milliseconds. */
const PAUSE_MS = 1_000;

/** So many changes can be undone. */
const MOST = 200;

export function beginHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/**
 * Takes a change. One of the same `kind` that follows within a second belongs to the one before it, so that a typed
 * word is undone as a whole; without a kind it always stands alone.
 */
export function change<T>(history: History<T>, present: T, atMs: number, kind?: string): History<T> {
  if (present === history.present) return history;
  const goesOn = kind !== undefined && kind === history.kind && atMs - (history.atMs ?? 0) < PAUSE_MS;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], kind, atMs };
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [after, ...later] = future;
  if (after === undefined) return { past, present, future };
  return { past: [...past, present], present: after, future: later };
}
