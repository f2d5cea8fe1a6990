import { type Capture, places } from './exchange';
import type { Answered, Fact, Sent } from './fact';
import type { OpaqueKind } from './opaque';

/*
 * The session log's text form. One line a record, numbers in base 36, times and request numbers as differences from
 * the record before. What repeats (who sends how, the addresses and the tokens) is written once a segment, as a
 * definition line, and named by its running number from then on: a further capture costs about 24 characters.
 *
 *   =["devtools",…]          defines the next shape: what is the same for all requests of a kind
 *   @"http://…"              defines the next address
 *   ~q1w2e3                  defines the next token, by its reference
 *   s<shape>,<n>,<ms>,<address>,<token>.<token>      sent
 *   a<shape>,<n>,<ms>,<token>                        answered
 */

/** Names a token's text in the log. */
export type TokenRef = string;

/** What packer and unpacker both know of a segment so far. */
export interface Segment {
  shapes: Definitions<SentShape | AnsweredShape>;
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

type SentShape = [
  source: string,
  feed: Sent['feed'],
  tabId: number,
  method: string,
  initiator: string | null,
  type: string | null,
  carriers: CarrierShape[],
  more?: { authorization?: string; incognito?: boolean },
];
type AnsweredShape = [
  source: string,
  status: number | null,
  error: string | null,
  carriers: CarrierShape[],
  more?: {
    /** Seconds by which the server's clock is ahead: the same for most answers of a server, so that it costs nothing. */
    ahead?: number;
    challenges?: readonly string[];
    refusal?: string;
  },
];
type CarrierShape = [place: number, name: string, before: string, after: string, opaque?: OpaqueKind];

/** Appends a fact to a segment: changes the segment and returns the lines to add to its text. */
export function pack(segment: Segment, fact: Fact, refOf: (token: string) => TokenRef): string {
  const shape = shapeOf(fact);
  const lines: string[] = [];
  const numberOf = <T>(known: Definitions<T>, value: T, text: string, tag: string) => {
    if (!known.numbers.has(text)) {
      lines.push(`${tag}${text}\n`);
      define(known, value, text);
    }
    return base36(known.numbers.get(text) ?? 0);
  };
  const shapeNumber = numberOf(segment.shapes, shape, JSON.stringify(shape), '=');
  const fields = [shapeNumber, base36(step(segment, fact)), base36(fact.atMs - segment.atMs)];
  pass(segment, fact);
  if (fact.kind === 'sent') fields.push(numberOf(segment.addresses, fact.url, JSON.stringify(fact.url), '@'));
  const refs = fact.captures.map(({ token }) => refOf(token));
  const tokens = refs.map((ref) => numberOf(segment.tokens, ref, ref, '~')).join('.');
  if (tokens !== '') fields.push(tokens);
  return `${lines.join('')}${fact.kind === 'sent' ? 's' : 'a'}${fields.join(',')}\n`;
}

/** Reads further whole lines of a segment's text: changes the segment and returns the facts. */
export function unpack(segment: Segment, text: string, textOf: (ref: TokenRef) => string): Fact[] {
  const facts: Fact[] = [];
  for (const line of text.split('\n')) {
    const rest = line.slice(1);
    if (line[0] === '=') define(segment.shapes, JSON.parse(rest), rest);
    else if (line[0] === '@') define(segment.addresses, JSON.parse(rest), rest);
    else if (line[0] === '~') define(segment.tokens, rest, rest);
    else if (line !== '') facts.push(record(segment, line, textOf));
  }
  return facts;
}

const base36 = (value: number) => value.toString(36);
const fromBase36 = (field: string | undefined) => Number.parseInt(field ?? '', 36);

function define<T>(known: Definitions<T>, value: T, text: string): void {
  known.numbers.set(text, known.list.length);
  known.list.push(value);
}

function shapeOf(fact: Fact): SentShape | AnsweredShape {
  const carriers = fact.captures.map(carrierShape);
  if (fact.kind === 'answered') return answeredShape(fact, carriers);
  const { source, feed, tabId, method, initiator, type, authorization, incognito } = fact;
  const more = known({ authorization, incognito });
  return [source, feed, tabId, method, initiator ?? null, type ?? null, carriers, ...more];
}

function answeredShape(fact: Answered, carriers: CarrierShape[]): AnsweredShape {
  const { source, status, error, atMs, serverDateMs, challenges, refusal } = fact;
  const ahead = serverDateMs == null ? undefined : serverDateMs / SECOND_MS - Math.floor(atMs / SECOND_MS);
  return [source, status ?? null, error ?? null, carriers, ...known({ ahead, challenges, refusal })];
}

function carrierShape({ carrier, before, after, opaque }: Capture): CarrierShape {
  const place = places.indexOf(carrier.place);
  return opaque ? [place, carrier.name, before, after, opaque] : [place, carrier.name, before, after];
}

const SECOND_MS = 1_000;

/** The members that have a value, in a list; an empty list when none has. */
function known<T extends object>(members: T): [] | [{ [Name in keyof T]?: NonNullable<T[Name]> }] {
  const entries = Object.entries(members).filter(([, value]) => value != null);
  return entries.length > 0
    ? [Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> }]
    : [];
}

/** Difference of the request number from the last one of the same source. */
const step = (segment: Segment, { source, n }: Fact) => n - (segment.last.get(source) ?? 0);

/** Names a fact's request within the log. A redirected request keeps webRequest's requestId through all its hops. */
export const nameOf = ({ source, n }: Pick<Fact, 'source' | 'n'>) => `${source}:${n}`;

/** Notes that a fact has been packed or unpacked. */
function pass(segment: Segment, fact: Fact): void {
  segment.last.set(fact.source, fact.n);
  segment.atMs = fact.atMs;
  if (fact.kind === 'sent') segment.open.add(nameOf(fact));
  else segment.open.delete(nameOf(fact));
}

function record(segment: Segment, line: string, textOf: (ref: TokenRef) => string): Fact {
  const [shapeField, step, ms, ...rest] = line.slice(1).split(',');
  const shape = segment.shapes.list[fromBase36(shapeField)];
  if (shape === undefined) throw new Error(`the session log names a shape it never defined: ${line}`);
  const n = (segment.last.get(shape[0]) ?? 0) + fromBase36(step);
  const atMs = segment.atMs + fromBase36(ms);
  const url = line[0] === 's' ? segment.addresses.list[fromBase36(rest.shift())] : undefined;
  const tokens = (rest[0]?.split('.') ?? []).map((field) =>
    textOf(segment.tokens.list[fromBase36(field)] ?? ''),
  );
  const fact =
    url === undefined
      ? answered(shape as AnsweredShape, n, atMs, tokens)
      : sent(shape as SentShape, url, n, atMs, tokens);
  pass(segment, fact);
  return fact;
}

function answered(
  [source, status, error, carriers, more]: AnsweredShape,
  n: number,
  atMs: number,
  tokens: string[],
): Answered {
  const { ahead, ...told } = more ?? {};
  const outcome = { status: status ?? undefined, error: error ?? undefined, ...told };
  const date =
    ahead === undefined ? {} : { serverDateMs: (Math.floor(atMs / SECOND_MS) + ahead) * SECOND_MS };
  const captures = carriers.map(captureWith(tokens));
  return { kind: 'answered', source, n, atMs, ...outcome, ...date, captures };
}

function sent(shape: SentShape, url: string, n: number, atMs: number, tokens: string[]): Sent {
  const [source, feed, tabId, method, initiator, type, carriers, more] = shape;
  const told = { initiator: initiator ?? undefined, type: type ?? undefined, ...more };
  const captures = carriers.map(captureWith(tokens));
  return { kind: 'sent', feed, source, n, tabId, method, url, ...told, atMs, captures };
}

const captureWith =
  (tokens: readonly string[]) =>
  ([place, name, before, after, opaque]: CarrierShape, i: number): Capture => ({
    carrier: { place: places[place] ?? 'request-header', name },
    before,
    token: tokens[i] ?? '',
    after,
    ...(opaque && { opaque }),
  });
