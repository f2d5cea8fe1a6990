/*
 * Header values that hold no token, as almost all do: most come again with every request. Comparing a value with the
 * one that was last remembered in its slot is less work than any look into it.
 */

const SLOTS = 512;
/** Longer values are not remembered: they seldom come again. */
const LONGEST = 400;

const slots = new Array<string>(SLOTS).fill('');
/** Marks of values that came once: only what comes again is worth remembering. */
const once = new Int32Array(SLOTS);

/** A number that equal values share, and others seldom. */
export function markOf(value: string): number {
  const { length } = value;
  const last = value.charCodeAt(length - 1);
  const middle = value.charCodeAt(length >> 1);
  // Of a date the last digit of its seconds: two dates in one place would drive each other out.
  const late = value.charCodeAt(length - 5);
  return (length ^ (last << 3) ^ (middle << 5) ^ (late << 1)) | (last << 16) | (late << 24);
}

/** Whether this very value was found to hold no token, and is still remembered. */
export const isKnownPlain = (value: string, mark: number): boolean => slots[mark & (SLOTS - 1)] === value;

export function rememberPlain(value: string, mark: number): void {
  const slot = mark & (SLOTS - 1);
  if (once[slot] !== mark) once[slot] = mark;
  else if (value.length <= LONGEST) slots[slot] = value;
}
