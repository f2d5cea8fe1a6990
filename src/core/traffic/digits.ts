/*
 * Whole numbers as text without separators: digits of base 44, the least significant first, in one alphabet for all
 * but the last digit and in another for the last, which so ends the number. Most numbers of the log take one or two
 * characters.
 */

const BASE = 44;

/** Printable ASCII without what JSON escapes (" and \) and what begins another line of the log (! = @ ~). */
const alphabet = Array.from({ length: 0x7e - 0x20 }, (_, i) => String.fromCharCode(0x21 + i)).filter(
  (character) => !'"\\!=@~'.includes(character),
);

const lasts = alphabet.slice(0, BASE);
const others = alphabet.slice(BASE, 2 * BASE);

/** By character code: a last digit's value, or another digit's value plus BASE. */
const values = new Uint8Array(128);
for (const [value, digit] of lasts.entries()) values[digit.charCodeAt(0)] = value;
for (const [value, digit] of others.entries()) values[digit.charCodeAt(0)] = BASE + value;

/** Writes a number that is not negative. */
export function writeNumber(value: number): string {
  if (value < BASE) return lasts[value] ?? '';
  let text = '';
  let rest = value;
  for (; rest >= BASE; rest = Math.floor(rest / BASE)) text += others[rest % BASE];
  return text + lasts[rest];
}

/** Writes a number with its sign in the lowest place. */
export const writeSigned = (value: number) => writeNumber(value < 0 ? -2 * value - 1 : 2 * value);

/** Where in a text reading stands. */
export interface Cursor {
  text: string;
  at: number;
}

export function readNumber(cursor: Cursor): number {
  let place = 1;
  for (let sum = 0; ; place *= BASE) {
    const digit = values[cursor.text.charCodeAt(cursor.at++)];
    if (digit === undefined) throw new Error('the session log breaks off within a number');
    if (digit < BASE) return sum + digit * place;
    sum += (digit - BASE) * place;
  }
}

export function readSigned(cursor: Cursor): number {
  const value = readNumber(cursor);
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
