import { type Cursor, readNumber, readSigned, writeNumber, writeSigned } from './digits';
import type { Capture } from './exchange';
import type { Fact } from './fact';
import { type Form, formOf, shapeOf } from './shapes';

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
interface Definitions<T> {
  list: T[];
  numbers: Map<string, number>;
}

export function emptySegment(): Segment {
  const none = () => ({ list: [], numbers: new Map() });
  return { shapes: none(), addresses: none(), tokens: none(), last: new Map(), open: new Set(), atMs: 0 };
}

/** Appends a fact to a segment: changes the segment and returns what to add to its text. */
export function pack(segment: Segment, fact: Fact, refOf: (token: string) => TokenRef): string {
  let definitions = '';
  const numberOf = (known: Definitions<unknown>, tag: '=' | '@' | '~', text: string) => {
    if (!known.numbers.has(text)) {
      definitions += `${tag}${text}\n`;
      definers[tag](segment, text);
    }
    return writeNumber(known.numbers.get(text) ?? 0);
  };
  const { shapes, addresses, tokens } = segment;
  let record = numberOf(shapes, '=', JSON.stringify(shapeOf(fact)));
  record +=
    writeSigned(fact.n - (segment.last.get(fact.source) ?? 0)) + writeSigned(fact.atMs - segment.atMs);
  if (fact.kind === 'sent') record += numberOf(addresses, '@', JSON.stringify(fact.url));
  for (const { token } of fact.captures) record += numberOf(tokens, '~', refOf(token));
  pass(segment, fact);
  return definitions + record;
}

/** Reads a further part of a segment's text, cut between records: changes the segment and returns the facts. */
export function unpack(segment: Segment, text: string, textOf: (ref: TokenRef) => string): Fact[] {
  const facts: Fact[] = [];
  const cursor = { text, at: 0 };
  while (cursor.at < text.length) {
    const tag = text[cursor.at] ?? '';
    if (isTag(tag)) definers[tag](segment, restOfLine(cursor));
    else facts.push(readRecord(segment, cursor, textOf));
  }
  return facts;
}

/** The tokens that a text defines. No record holds a character that begins a definition. */
export function tokensIn(text: string): TokenRef[] {
  const definitions = text.match(/[=@~!][^\n]*/g) ?? [];
  return definitions.filter((definition) => definition.startsWith('~')).map((each) => each.slice(1));
}

/** What begins a definition, and how it becomes known. */
const definers = {
  '=': ({ shapes }: Segment, rest: string) => define(shapes, formOf(JSON.parse(rest)), rest),
  '@': ({ addresses }: Segment, rest: string) => define(addresses, JSON.parse(rest), rest),
  '~': ({ tokens }: Segment, rest: string) => define(tokens, rest, rest),
  '!': ({ open }: Segment, rest: string) => {
    for (const name of JSON.parse(rest)) open.add(name);
  },
};

/** Requests that wait for their answer are remembered from segment to segment; of many, the latest. */
const MOST_WAITING = 200;

/** The beginning of a segment's text: the requests that wait for their answer since an earlier one. */
export function opening({ open }: Segment): string {
  const names = [...open].slice(-MOST_WAITING);
  return names.length > 0 ? `!${JSON.stringify(names)}\n` : '';
}

const isTag = (character: string): character is keyof typeof definers => Object.hasOwn(definers, character);

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

function readRecord(segment: Segment, cursor: Cursor, textOf: (ref: TokenRef) => string): Fact {
  const form = segment.shapes.list[readNumber(cursor)];
  if (form === undefined) throw new Error('the session log names a shape that it never defined');
  const n = (segment.last.get(form.source) ?? 0) + readSigned(cursor);
  const atMs = segment.atMs + readSigned(cursor);
  const url = form.isSent ? (segment.addresses.list[readNumber(cursor)] ?? '') : '';
  const captures = readCaptures(segment, form, cursor, textOf);
  const fact = form.fact({ n, atMs, url, captures });
  pass(segment, fact);
  return fact;
}

function readCaptures(
  { tokens }: Segment,
  { carriers, captures }: Form,
  cursor: Cursor,
  textOf: (ref: TokenRef) => string,
): readonly Capture[] {
  const numbers = carriers.map(() => readNumber(cursor));
  const key = numbers.join();
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

/** Notes that a fact has been packed or unpacked. */
function pass(segment: Segment, fact: Fact): void {
  segment.last.set(fact.source, fact.n);
  segment.atMs = fact.atMs;
  if (fact.kind === 'sent') segment.open.add(nameOf(fact));
  else segment.open.delete(nameOf(fact));
}
