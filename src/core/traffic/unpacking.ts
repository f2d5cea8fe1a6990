import { type Cursor, readNumber, readSigned } from './digits';
import type { Capture } from './exchange';
import type { Fact } from './fact';
import { type Form, formOf } from './shapes';

/*
 * The session log's text form. A record is a row of numbers, times and request numbers among them as differences from
 * the record before. What repeats (who sends how, the addresses and the tokens) is written once a segment, as a
 * definition, and named by its running number from then on: a request and its answer cost about 14 characters.
 *
 *   =["devtools",…]⏎         defines the next shape: what is the same for all requests, or answers, of a kind
 *   @"http://…"⏎             defines the next address
 *   ~q1w2e3⏎                 defines the next token, by its reference
 *   !["w:7",…]⏎              names the requests that waited for their answer when the segment began
 *   shape n ms address token…     sent
 *   shape n ms token…             answered; the shape tells which it is, and how many tokens there are
 */

/** Names a token's text in the log. */
export type TokenRef = string;

/** What packer and unpacker both know of a segment so far. */
export interface Segment {
  shapes: Definitions<Form>;
  addresses: Definitions<string>;
  tokens: Definitions<TokenRef>;
  /** Last request number of each source. */
  last: Map<string, number>;
  /** Requests that wait for their answer. */
  open: Set<string>;
  atMs: number;
}

/** Things written once and named by their running number. */
export interface Definitions<T> {
  list: T[];
  numbers: Map<string, number>;
}

export function emptySegment(): Segment {
  const none = () => ({ list: [], numbers: new Map() });
  return { shapes: none(), addresses: none(), tokens: none(), last: new Map(), open: new Set(), atMs: 0 };
}

/**
 * Reads a further part of a segment's text, cut between records: changes the segment and returns the facts. Who only
 * reads does not ask which requests are open.
 */
export function unpack(
  segment: Segment,
  text: string,
  textOf: (ref: TokenRef) => string,
  notesOpen = true,
): Fact[] {
  const facts: Fact[] = [];
  const cursor = { text, at: 0 };
  while (cursor.at < text.length) {
    if (isTagCode[text.charCodeAt(cursor.at)] === 1) readDefinition(segment, cursor);
    else facts.push(readRecord(segment, cursor, textOf, notesOpen));
  }
  return facts;
}

function readDefinition(segment: Segment, cursor: Cursor): void {
  const tag = cursor.text[cursor.at] as keyof typeof definers;
  definers[tag](segment, restOfLine(cursor));
}

/** What begins a definition, and how it becomes known. */
export const definers = {
  '=': ({ shapes }: Segment, rest: string) => define(shapes, formOf(JSON.parse(rest)), rest),
  '@': ({ addresses }: Segment, rest: string) => define(addresses, JSON.parse(rest), rest),
  '~': ({ tokens }: Segment, rest: string) => define(tokens, rest, rest),
  '!': ({ open }: Segment, rest: string) => {
    for (const name of JSON.parse(rest)) open.add(name);
  },
};

const isTagCode = new Uint8Array(128);
for (const tag of Object.keys(definers)) isTagCode[tag.charCodeAt(0)] = 1;

function define<T>(known: Definitions<T>, value: T, text: string): void {
  known.numbers.set(text, known.list.length);
  known.list.push(value);
}

function restOfLine(cursor: Cursor): string {
  const end = cursor.text.indexOf('\n', cursor.at);
  const rest = cursor.text.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  return rest;
}

function readRecord(
  segment: Segment,
  cursor: Cursor,
  textOf: (ref: TokenRef) => string,
  notesOpen: boolean,
): Fact {
  const form = segment.shapes.list[readNumber(cursor)];
  if (form === undefined) throw new Error('the session log names a shape that it never defined');
  const n = (segment.last.get(form.source) ?? 0) + readSigned(cursor);
  const atMs = segment.atMs + readSigned(cursor);
  const url = form.isSent ? (segment.addresses.list[readNumber(cursor)] ?? '') : '';
  const captures = readCaptures(segment, form, cursor, textOf);
  const fact = form.fact({ n, atMs, url, captures });
  segment.last.set(form.source, n);
  segment.atMs = atMs;
  if (notesOpen) noteOpen(segment, fact);
  return fact;
}

const none: readonly Capture[] = [];

function readCaptures(
  { tokens }: Segment,
  { carriers, captures }: Form,
  cursor: Cursor,
  textOf: (ref: TokenRef) => string,
): readonly Capture[] {
  if (carriers.length === 0) return none;
  const numbers = carriers.length === 1 ? [readNumber(cursor)] : carriers.map(() => readNumber(cursor));
  const key = numbers.length === 1 ? (numbers[0] ?? 0) : numbers.join();
  const known = captures.get(key);
  if (known) return known;
  const read = carriers.map((carrier, i) => ({
    ...carrier,
    token: textOf(tokens.list[numbers[i] ?? -1] ?? ''),
  }));
  captures.set(key, read);
  return read;
}

/** Names a fact's request within the log. A redirected request keeps webRequest's requestId through all its hops. */
export const nameOf = ({ source, n }: Pick<Fact, 'source' | 'n'>) => `${source}:${n}`;

/** Notes that a fact has been packed. */
export function pass(segment: Segment, fact: Fact): void {
  segment.last.set(fact.source, fact.n);
  segment.atMs = fact.atMs;
  noteOpen(segment, fact);
}

function noteOpen(segment: Segment, fact: Fact): void {
  if (fact.kind === 'sent') segment.open.add(nameOf(fact));
  else segment.open.delete(nameOf(fact));
}
