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
}

export const emptyGroup = (): Group => ({ webRequest: [], devtools: [] });

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

/** Puts a sighting in its place and pairs anew whom it may concern. Returns the sightings whose partner has changed. */
export function admit(group: Group, one: Sighting): Set<Sighting> {
  const { atMs } = one.sent;
  const feed = one.sent.feed === 'devtools' ? 'devtools' : 'webRequest';
  group[feed].splice(placeOf(group[feed], atMs + 1), 0, one);
  return pairFrom(group, feed === 'devtools' ? atMs : atMs - PAIRING_WINDOW_MS);
}

/**
 * Pairs the feeds' sightings one to one, in start order, from DevTools' first one at a moment on: those before it could
 * not have chosen otherwise.
 */
function pairFrom({ webRequest, devtools }: Group, fromMs: number): Set<Sighting> {
  const start = placeOf(devtools, fromMs);
  const first = devtools[start];
  const changed = new Map<Sighting, Sighting | undefined>();
  if (!first) return new Set();
  for (let i = start; i < devtools.length; i++) part(devtools[i], changed);
  let from = placeOf(webRequest, first.sent.atMs - PAIRING_WINDOW_MS);
  for (let i = start; i < devtools.length; i++) {
    const one = devtools[i];
    if (!one) continue;
    for (let web = webRequest[from]; web && (web.partner || isBefore(web, one)); web = webRequest[from])
      from++;
    const partner = firstFree(webRequest, from, one);
    if (!partner) continue;
    if (!changed.has(partner)) changed.set(partner, undefined);
    one.partner = partner;
    partner.partner = one;
  }
  return new Set([...changed].filter(([one, before]) => one.partner !== before).map(([one]) => one));
}

/** Takes a pair apart and remembers who was with whom. */
function part(one: Sighting | undefined, before: Map<Sighting, Sighting | undefined>): void {
  if (!one) return;
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
