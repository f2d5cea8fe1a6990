import { type Capture, places } from './exchange';
import type { Answered, Fact, Sent } from './fact';
import type { OpaqueKind } from './opaque';

/** What is the same for all requests of a kind, or all answers: a fact without its number, time, address and tokens. */
export type Shape = SentShape | AnsweredShape;

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

const SECOND_MS = 1_000;

export function shapeOf(fact: Fact): Shape {
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

/** The members that have a value, in a list; an empty list when none has. */
function known<T extends object>(members: T): [] | [{ [Name in keyof T]?: NonNullable<T[Name]> }] {
  const entries = Object.entries(members).filter(([, value]) => value != null);
  if (entries.length === 0) return [];
  return [Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> }];
}

/** What a record adds to its shape. */
export interface Particulars {
  n: number;
  atMs: number;
  /** Of what was sent. */
  url: string;
  captures: readonly Capture[];
}

/** A shape read back: what makes facts of it. What it says is worked out once, however many records have it. */
export interface Form {
  source: string;
  /** Absent where it is the shape of an answer. */
  isSent: boolean;
  /** The captures, but for their tokens. */
  carriers: readonly Omit<Capture, 'token'>[];
  /** The captures by the tokens' numbers: facts that carried the same in the same way share them. */
  captures: Map<string, readonly Capture[]>;
  fact(particulars: Particulars): Fact;
}

export function formOf(shape: Shape): Form {
  const [source] = shape;
  return typeof shape[2] === 'number'
    ? { source, isSent: true, captures: new Map(), ...sentForm(shape as SentShape) }
    : { source, isSent: false, captures: new Map(), ...answeredForm(shape as AnsweredShape) };
}

function sentForm(shape: SentShape): Pick<Form, 'carriers' | 'fact'> {
  const [source, feed, tabId, method, initiator, type, carriers, more] = shape;
  const told = { initiator: initiator ?? undefined, type: type ?? undefined, ...more };
  return {
    carriers: carriers.map(captureWithout),
    fact: (one): Sent => ({ kind: 'sent', feed, source, tabId, method, ...told, ...one }),
  };
}

function answeredForm([source, status, error, carriers, more]: AnsweredShape): Pick<
  Form,
  'carriers' | 'fact'
> {
  const { ahead, ...told } = more ?? {};
  const outcome = { status: status ?? undefined, error: error ?? undefined, ...told };
  const date = (atMs: number) =>
    ahead === undefined ? {} : { serverDateMs: (Math.floor(atMs / SECOND_MS) + ahead) * SECOND_MS };
  return {
    carriers: carriers.map(captureWithout),
    fact: ({ n, atMs, captures }): Answered => ({
      kind: 'answered',
      source,
      n,
      atMs,
      ...outcome,
      ...date(atMs),
      captures,
    }),
  };
}

const captureWithout = ([place, name, before, after, opaque]: CarrierShape): Omit<Capture, 'token'> => ({
  carrier: { place: places[place] ?? 'request-header', name },
  before,
  after,
  ...(opaque && { opaque }),
});
