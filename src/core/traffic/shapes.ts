import { type Capture, places } from './exchange';
import type { Answered, Fact, Sent } from './fact';
import type { OpaqueKind } from './opaque';

/** What is the same for all requests of a kind, or all answers: a fact without its number, time, address and tokens. */
export type Shape = SentShape | AnsweredShape;

export type SentShape = [
  source: string,
  feed: Sent['feed'],
  tabId: number,
  method: string,
  initiator: string | null,
  type: string | null,
  carriers: CarrierShape[],
  more?: { authorization?: string; incognito?: boolean },
];
export type AnsweredShape = [
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
export type CarrierShape = [place: number, name: string, before: string, after: string, opaque?: OpaqueKind];

export const SECOND_MS = 1_000;

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
  /** The captures by their one token's number, or by the numbers of several: facts that carried the same share them. */
  captures: Map<number | string, readonly Capture[]>;
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
  const told = { initiator: initiator ?? undefined, type: type ?? undefined };
  const { authorization, incognito } = more ?? {};
  return {
    carriers: carriers.map(captureWithout),
    // Written out, as all are made of it: engines are slow at spreading objects.
    fact: ({ n, atMs, url, captures }): Sent => ({
      kind: 'sent',
      feed,
      source,
      n,
      tabId,
      method,
      url,
      initiator: told.initiator,
      type: told.type,
      atMs,
      incognito,
      authorization,
      captures,
    }),
  };
}

function answeredForm([source, status, error, carriers, more]: AnsweredShape): Pick<
  Form,
  'carriers' | 'fact'
> {
  const { ahead, challenges, refusal } = more ?? {};
  const outcome = { status: status ?? undefined, error: error ?? undefined };
  const date = (atMs: number) =>
    ahead === undefined ? undefined : (Math.floor(atMs / SECOND_MS) + ahead) * SECOND_MS;
  return {
    carriers: carriers.map(captureWithout),
    fact: ({ n, atMs, captures }): Answered => ({
      kind: 'answered',
      source,
      n,
      atMs,
      status: outcome.status,
      error: outcome.error,
      serverDateMs: date(atMs),
      challenges,
      refusal,
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
