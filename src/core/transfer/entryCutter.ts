import { seen, tellsAsDot, tellsAsEscape, tellsAsStatus, tellsBefore } from './likely';
import { createPathFinder } from './pathFinder';

/** Cuts the elements of one array out of a JSON text that comes in pieces, without holding the text as a whole. */
export interface EntryCutter {
  /** Takes the next piece, in UTF-8; `onEntry` has been called for every element that ended within it. */
  push(piece: Uint8Array): void;
  /** What stands around the elements, with the array left empty, and whether the text ended within the array. */
  end(): { outline: string; within: boolean; found: boolean };
}

/** Takes the text of an element, which is good until it returns, and what was seen of it in passing. */
export type OnEntry = (text: Uint8Array, signs: number) => void;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opensList = 0x5b;
const closesList = 0x5d;
const opensObject = 0x7b;
const closesObject = 0x7d;
const four = 0x34;
const dot = 0x2e;
const letterU = 0x75;

/** What is looked at: within strings, and outside of them. Nothing of what UTF-8 writes in several bytes is. */
const inStrings = new Uint8Array(256);
for (const code of [quote, backslash, dot, 0x25, 0x26]) inStrings[code] = 1;
const outside = new Uint8Array(256);
for (const code of [quote, comma, opensList, closesList, opensObject, closesObject, four]) outside[code] = 1;

const nothing = new Uint8Array(0);

/** So many bytes behind a character tell what it means. */
const AHEAD = 5;
const blanks = new Uint8Array(AHEAD + 1).fill(0x20);

/**
 * Cuts the elements of the array at one of `paths`. It knows of JSON only strings and brackets, and of UTF-8 nothing,
 * which is what makes it fast: whether an element is JSON shows when it is parsed.
 */
export function createEntryCutter(paths: readonly (readonly string[])[], onEntry: OnEntry): EntryCutter {
  const finder = createPathFinder(paths);
  const decoder = new TextDecoder();
  let outline = '';
  let found = false;
  let within = false;
  /** Of an element that has not ended: its text so far, in memory that serves again; how much of it was read, and what is known there. */
  let buffer: Uint8Array = nothing;
  let held = 0;
  let state = { at: 0, depth: 0, inString: false, signs: 0 };

  /** Reads elements of `text` on; gives where the array ended, or -1 where the text ended before. */
  const cut = (text: Uint8Array): number => {
    const { length } = text;
    // Locals, as this loop is what the time goes into.
    let { at, depth, inString, signs } = state;
    let start = 0;
    for (; at < length; at++) {
      if (inString) {
        while (at < length && inStrings[text[at] as number] === 0) at++;
        const code = text[at];
        if (code === quote) {
          inString = false;
          signs |= tellsBefore(text, at);
        } else if (code === dot) signs |= tellsAsDot(text, at);
        else if (at + AHEAD >= length) break;
        else if (code !== backslash) signs |= tellsAsEscape(text, at);
        else {
          const next = text[at + 1];
          // Of a JSON text in this one.
          if (next === quote) signs |= tellsBefore(text, at) & seen.telling;
          else if (next === letterU) signs |= tellsAsEscape(text, at);
          else if (next === backslash) signs |= tellsAsEscape(text, at + 1);
          at++;
        }
        continue;
      }
      while (at < length && outside[text[at] as number] === 0) at++;
      const code = text[at];
      if (code === quote) inString = true;
      else if (code === four) {
        if (at + AHEAD >= length) break;
        signs |= tellsAsStatus(text, at);
      } else if (code === opensObject || code === opensList) depth++;
      else if (depth > 0) {
        if (code === closesObject || code === closesList) depth--;
      } else if (code === comma || code === closesList) {
        onEntry(text.subarray(start, at), signs);
        signs = 0;
        start = at + 1;
        if (code === closesList) {
          state = { at: 0, depth, inString, signs };
          return at;
        }
      }
    }
    text.copyWithin(0, start);
    held = length - start;
    state = { at: Math.min(at, length) - start, depth, inString, signs };
    return -1;
  };

  /** What is held of an element, with a piece behind it. */
  const joined = (piece: Uint8Array): Uint8Array => {
    const length = held + piece.length;
    if (length > buffer.length) {
      const before = buffer.subarray(0, held);
      buffer = new Uint8Array(2 * length);
      buffer.set(before);
    }
    buffer.set(piece, held);
    return buffer.subarray(0, length);
  };

  /** Reads elements on; gives what stands behind the array, where it ended. */
  const pass = (piece: Uint8Array): Uint8Array => {
    const text = joined(piece);
    const end = cut(text);
    if (end < 0) return nothing;
    held = 0;
    within = false;
    return text.subarray(end);
  };

  /** Reads on up to the array; gives what stands from its first element on. */
  const seek = (piece: Uint8Array): Uint8Array => {
    const next = finder.next(piece);
    outline += decoder.decode(piece.subarray(0, next), { stream: true });
    within = finder.arrived();
    found ||= within;
    return piece.subarray(next);
  };

  const push = (piece: Uint8Array): void => {
    for (let rest = piece; rest.length > 0; ) rest = within ? pass(rest) : seek(rest);
  };

  return {
    push,
    end() {
      // What still waits for bytes that might follow is read to its end.
      if (within) push(blanks);
      return { outline: outline + decoder.decode(), within, found };
    },
  };
}
