import { type Capture, type Feed, feeds, places } from './exchange';
import { opaqueKinds } from './opaque';

/**
 * A fact is one thing a feed saw, written down when it happened and never edited. Reading folds the facts of one
 * exchange into an Exchange. `source` and `n` name the request within its feed: webRequest's requestId, or the
 * running number of one DevTools page. Times are milliseconds since the epoch.
 */
export interface Sent {
  kind: 'sent';
  feed: Feed;
  source: string;
  n: number;
  tabId: number;
  method: string;
  url: string;
  initiator?: string | undefined;
  type?: string | undefined;
  atMs: number;
  /** Whether it belongs to a private window. */
  incognito?: boolean | undefined;
  /** The Authorization value, where no token was found in it. */
  authorization?: string | undefined;
  /** To be left out where the log knows of the request: the feed cannot tell, as it was restarted meanwhile. */
  onlyIfUnknown?: boolean | undefined;
  /** The tokens that went out; none where only the answer carries one, or refuses a request without any. */
  captures: readonly Capture[];
}

/** The answer to the latest `sent` of the same source and number. Neither status nor error: the feed was not told. */
export interface Answered {
  kind: 'answered';
  source: string;
  n: number;
  atMs: number;
  status?: number | undefined;
  error?: string | undefined;
  /** What the Date header says; whole seconds. */
  serverDateMs?: number | undefined;
  /** WWW-Authenticate values as received. */
  challenges?: readonly string[] | undefined;
  /** The beginning of the body of a refusal. */
  refusal?: string | undefined;
  /** The tokens that came with the answer. */
  captures: readonly Capture[];
}

export type Fact = Sent | Answered;

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const whole: Check = (value) => Number.isSafeInteger(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const fits = (value: unknown, shape: Record<string, Check>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(shape).every(([key, check]) => check((value as Record<string, unknown>)[key]));

const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    known.some((each) => each === value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const opaque = optional(oneOf(opaqueKinds));
const capture: Check = (value) => fits(value, { carrier, before: text, token: text, after: text, opaque });
const carrier: Check = (value) => fits(value, { place: oneOf(places), name: text });
const captures = listOf(capture);

const shapes: Record<string, Record<string, Check>> = {
  sent: {
    feed: oneOf(feeds),
    source: text,
    n: whole,
    tabId: whole,
    method: text,
    url: text,
    initiator: optional(text),
    type: optional(text),
    atMs: whole,
    incognito: optional((value) => typeof value === 'boolean'),
    authorization: optional(text),
    captures,
  },
  answered: {
    source: text,
    n: whole,
    atMs: whole,
    status: optional(whole),
    error: optional(text),
    serverDateMs: optional(whole),
    challenges: optional(listOf(text)),
    refusal: optional(text),
    captures,
  },
};

/** Whether a value that came as a message is a fact. */
export function isFact(value: unknown): value is Fact {
  const kind = (value as Partial<Fact> | null)?.kind ?? '';
  return Object.hasOwn(shapes, kind) && fits(value, shapes[kind] ?? {});
}
