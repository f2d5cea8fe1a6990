import type { Exchange } from './exchange';
import type { Answered, Sent } from './fact';

/** One feed's view of one request: what was sent, the answer once it is known, and the other feed's view of it. */
export interface Sighting {
  id: string;
  /** Counts the sightings as they came. */
  order: number;
  /** Counts the requests of its name: the hops of a redirect share one. */
  hop: number;
  sent: Sent;
  answer: Answered | undefined;
  /** The tokens in its body, which a feed may not have seen; empty: none. */
  body: string;
  /** Those that could be one with it; undefined where no other feed can have seen it. */
  group: Group | undefined;
  partner: Sighting | undefined;
  /** What was last told of it; undefined where its partner speaks for both. */
  exchange: Exchange | undefined;
}

/** Requests that look alike, in order of their start. Only these can be one request seen by both feeds. */
export interface Group {
  webRequest: Sighting[];
  devtools: Sighting[];
  /** Whether any carries a token in its body. */
  bodies: boolean;
}

export const emptyGroup = (): Group => ({ webRequest: [], devtools: [], bodies: false });

/** How far apart the two feeds may say that one request started. Milliseconds. */
const PAIRING_WINDOW_MS = 2_000;

/** The first place in a list, in order of start, that is not before a moment. */
export function placeOf(list: readonly Sighting[], atMs: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.sent.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

const nobody: ReadonlySet<Sighting> = new Set();

/** Puts a sighting in its place and pairs anew whom it may concern. Returns the sightings whose partner has changed. */
export function admit(group: Group, one: Sighting): ReadonlySet<Sighting> {
  const { atMs } = one.sent;
  const feed = one.sent.feed === 'devtools' ? 'devtools' : 'webRequest';
  const list = group[feed];
  const last = list.at(-1);
  // Nearly all come in order.
  if (!last || last.sent.atMs <= atMs) list.push(one);
  else list.splice(placeOf(list, atMs + 1), 0, one);
  group.bodies ||= one.body !== '';
  if (group.devtools.length === 0) return nobody;
  // One whose body fits may take a partner from one that started before it.
  return pairFrom(group, feed === 'devtools' && !group.bodies ? atMs : atMs - PAIRING_WINDOW_MS);
}

/**
 * Pairs the feeds' sightings one to one, in start order, from DevTools' first one at a moment on: those before it could
 * not have chosen otherwise.
 */
function pairFrom({ webRequest, devtools, bodies }: Group, fromMs: number): Set<Sighting> {
  const seen = devtools.slice(placeOf(devtools, fromMs));
  const [first] = seen;
  if (!first) return new Set();
  const before = new Map<Sighting, Sighting | undefined>();
  for (const one of seen) part(one, before);
  const near = webRequest.slice(placeOf(webRequest, first.sent.atMs - PAIRING_WINDOW_MS));
  if (bodies) pairByBody(seen, near, before);
  else pairInOrder(seen, near, before);
  return new Set([...before].filter(([one, former]) => one.partner !== former).map(([one]) => one));
}

/** What carries the same in its body belongs together; of the others, a feed may not have seen the body. */
function pairByBody(devtools: readonly Sighting[], webRequest: readonly Sighting[], before: Before): void {
  const sameBody = byBody(webRequest);
  for (const [body, seen] of byBody(devtools)) pairInOrder(seen, sameBody.get(body) ?? [], before);
  const alone = (hasBody: boolean) => (one: Sighting) => !one.partner && hasBody === (one.body !== '');
  for (const hasBody of [true, false])
    pairInOrder(devtools.filter(alone(hasBody)), webRequest.filter(alone(!hasBody)), before);
}

function byBody(list: readonly Sighting[]): Map<string, Sighting[]> {
  const found = new Map<string, Sighting[]>();
  for (const one of list) {
    const same = found.get(one.body);
    if (same) same.push(one);
    else found.set(one.body, [one]);
  }
  return found;
}

/** Gives each of DevTools' sightings the first of webRequest's that is free and near. */
function pairInOrder(devtools: readonly Sighting[], webRequest: readonly Sighting[], before: Before): void {
  let from = 0;
  for (const one of devtools) {
    for (let web = webRequest[from]; web && (web.partner || isBefore(web, one)); web = webRequest[from])
      from++;
    const partner = firstFree(webRequest, from, one);
    if (!partner) continue;
    if (!before.has(partner)) before.set(partner, undefined);
    one.partner = partner;
    partner.partner = one;
  }
}

/** The partners that sightings had. */
type Before = Map<Sighting, Sighting | undefined>;

/** Takes a pair apart and remembers who was with whom. */
function part(one: Sighting, before: Before): void {
  before.set(one, one.partner);
  if (!one.partner) return;
  before.set(one.partner, one);
  one.partner.partner = undefined;
  one.partner = undefined;
}

function firstFree(list: readonly Sighting[], from: number, one: Sighting): Sighting | undefined {
  for (let i = from; i < list.length; i++) {
    const other = list[i];
    if (!other || other.sent.atMs > one.sent.atMs + PAIRING_WINDOW_MS) return undefined;
    if (!other.partner && ofOneTab(one, other)) return other;
  }
  return undefined;
}

const isBefore = (a: Sighting, b: Sighting) => a.sent.atMs < b.sent.atMs - PAIRING_WINDOW_MS;

/** A page's service worker has no tab in webRequest (-1) and the inspected tab in DevTools. */
const ofOneTab = (a: Sighting, b: Sighting) =>
  a.sent.tabId === b.sent.tabId || a.sent.tabId === -1 || b.sent.tabId === -1;

/** Those of a list that started so close to a sighting that they could be taken for each other. */
export function near(list: readonly Sighting[], { sent: { atMs } }: Sighting): Sighting[] {
  return list.slice(placeOf(list, atMs - PAIRING_WINDOW_MS), placeOf(list, atMs + PAIRING_WINDOW_MS + 1));
}
