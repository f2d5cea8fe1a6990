import { seen, tellsAsStatus, tellsBefore } from './likely';
import { createPathFinder } from './pathFinder';

/** Cuts the elements of one array out of a JSON text that comes in pieces, without holding the text as a whole. */
export interface EntryCutter {
  /** Takes the next piece; `onEntry` has been called for every element that ended within it. */
  push(piece: string): void;
  /** What stands around the elements, with the array left empty, and whether the text ended within the array. */
  end(): { outline: string; within: boolean; found: boolean };
}

/** Takes the text of an element, and what was seen of it in passing. */
export type OnEntry = (text: string, signs: number) => void;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opensList = 0x5b;
const closesList = 0x5d;
const opensObject = 0x7b;
const closesObject = 0x7d;
const four = 0x34;

/**
 * Cuts the elements of the array at one of `paths`. It knows of JSON only strings and brackets, which is what makes it
 * fast: whether an element is JSON shows when it is parsed.
 */
export function createEntryCutter(paths: readonly (readonly string[])[], onEntry: OnEntry): EntryCutter {
  const finder = createPathFinder(paths);
  const outline: string[] = [];
  let found = false;
  let within = false;
  /** Of an element that has not ended: its text so far, and what is known at its end. */
  let begun = '';
  let state = { depth: 0, inString: false, signs: 0 };

  /** Reads elements of `text` from `from` on; gives where the array ended, or -1 where the text ended before. */
  const cut = (text: string, from: number): number => {
    const { length } = text;
    // Locals, as this loop is what the time goes into.
    let { depth, inString, signs } = state;
    let start = 0;
    for (let at = from; at < length; at++) {
      if (inString) {
        at = text.indexOf('"', at);
        if (at < 0) break;
        inString = text.charCodeAt(at - 1) === backslash && isEscaped(text, at);
        // A quote within a string: of a JSON text in this one.
        signs |= inString ? tellsBefore(text, at - 1) & seen.telling : tellsBefore(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === quote) inString = true;
      else if (code === four) signs |= tellsAsStatus(text, at);
      else if (code === opensObject || code === opensList) depth++;
      else if (depth > 0) {
        if (code === closesObject || code === closesList) depth--;
      } else if (code === comma || code === closesList) {
        onEntry(text.slice(start, at), signs);
        signs = 0;
        start = at + 1;
        if (code === closesList) {
          state = { depth, inString, signs };
          return at;
        }
      }
    }
    begun = text.slice(start);
    state = { depth, inString, signs };
    return -1;
  };

  /** Reads elements from `from` on; gives where to go on outside of the array. */
  const pass = (piece: string, from: number): number => {
    const known = begun.length;
    const end = cut(begun + piece.slice(from), known);
    if (end < 0) return piece.length;
    begun = '';
    within = false;
    return from + end - known;
  };

  return {
    push(piece) {
      for (let at = 0; at < piece.length; ) {
        if (within) at = pass(piece, at);
        else {
          const next = finder.next(piece, at);
          outline.push(piece.slice(at, next));
          within = finder.arrived();
          found ||= within;
          at = next;
        }
      }
    },
    end: () => ({ outline: outline.join(''), within, found }),
  };
}

/** Whether the quote at `at` is escaped: an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first--;
  return (at - first) % 2 === 1;
}
