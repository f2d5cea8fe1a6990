import type { Capture, Exchange, Feed } from './exchange';
import type { Answered, Fact, Sent } from './fact';
import { nameOf } from './packing';

/** One feed's view of one request: what was sent, and the answer once it is known. */
interface Sighting {
  id: string;
  sent: Sent;
  answer?: Answered;
}

/** Requests that look alike: same method, address and tokens. Only these can be one request seen by both feeds. */
interface Group {
  sightings: Record<Feed, Sighting[]>;
  exchanges: Exchange[] | undefined;
}

/** Folds the facts of the log into exchanges, one for each request, whichever feeds saw it. */
export interface Folding {
  add(facts: readonly Fact[]): void;
  /** All exchanges so far, in order of their start. */
  exchanges(): Exchange[];
}

const noSightings = (): Group['sightings'] => ({ webRequest: [], devtools: [], page: [], import: [] });

/** How far apart the two feeds may say that one request started. Milliseconds. */
const PAIRING_WINDOW_MS = 2_000;

export function createFolding(): Folding {
  const groups = new Map<string, Group>();
  const latest = new Map<string, { sighting: Sighting; group: Group; hops: number }>();

  const addSent = (sent: Sent) => {
    const name = nameOf(sent);
    const hops = (latest.get(name)?.hops ?? 0) + 1;
    const sighting = { id: hops === 1 ? name : `${name}/${hops}`, sent };
    const key = alikeKey(sent);
    const group = groups.get(key) ?? { sightings: noSightings(), exchanges: undefined };
    groups.set(key, group);
    group.sightings[sent.feed].push(sighting);
    group.exchanges = undefined;
    latest.set(name, { sighting, group, hops });
  };

  const addAnswer = (answer: Answered) => {
    const known = latest.get(nameOf(answer));
    if (!known || known.sighting.answer) return;
    known.sighting.answer = answer;
    known.group.exchanges = undefined;
  };

  return {
    add(facts) {
      for (const fact of facts) fact.kind === 'sent' ? addSent(fact) : addAnswer(fact);
    },
    exchanges() {
      const all = [...groups.values()].flatMap((group) => {
        group.exchanges ??= merge(group);
        return group.exchanges;
      });
      return all.sort((a, b) => a.startedMs - b.startedMs);
    },
  };
}

/** Equal for requests that could be one: same method, address and tokens in headers that both feeds always see. */
const alikeKey = ({ method, url, captures }: Sent) =>
  [
    method,
    url,
    ...captures.filter(isPlainHeader).map(({ carrier, token }) => `${carrier.name} ${token}`),
  ].join(' ');

/** Chromium shows some of the headers that the browser itself adds to one feed alone. */
const isPlainHeader = ({ carrier: { place, name } }: Capture) =>
  place === 'request-header' && !/^(?:sec-|proxy-)/.test(name);

/** Pairs the feeds' sightings of alike requests one to one, in start order. */
function merge({ sightings }: Group): Exchange[] {
  const byStart = (a: Sighting, b: Sighting) => a.sent.atMs - b.sent.atMs;
  const web = sightings.webRequest.toSorted(byStart);
  const devtools = sightings.devtools.toSorted(byStart);
  const partners = new Map<Sighting, Sighting>();
  let from = 0;
  for (const one of devtools) {
    for (let oldest = web[from]; oldest && isBefore(oldest, one); oldest = web[from]) from++;
    const partner = firstFrom(web, from, (other) => !partners.has(other) && together(one, other));
    if (partner) partners.set(partner, one);
  }
  const paired = new Set(partners.values());
  return [
    ...web.map((one) => exchangeOf(one, partners.get(one), devtools)),
    ...devtools.filter((one) => !paired.has(one)).map((one) => exchangeOf(one)),
    ...[...sightings.page, ...sightings.import].map((one) => exchangeOf(one)),
  ];
}

const isBefore = (a: Sighting, b: Sighting) => a.sent.atMs < b.sent.atMs - PAIRING_WINDOW_MS;

function firstFrom<T>(list: readonly T[], from: number, test: (item: T) => boolean): T | undefined {
  for (let i = from; i < list.length; i++) {
    const item = list[i];
    if (item !== undefined && test(item)) return item;
  }
  return undefined;
}

const near = (a: Sighting, b: Sighting) => Math.abs(a.sent.atMs - b.sent.atMs) <= PAIRING_WINDOW_MS;

/** A page's service worker has no tab in webRequest (-1) and the inspected tab in DevTools. */
const together = (a: Sighting, b: Sighting) =>
  near(a, b) && (a.sent.tabId === b.sent.tabId || a.sent.tabId === -1 || b.sent.tabId === -1);

/**
 * webRequest names the answer of each request exactly. DevTools' answer stands in where the background was not alive
 * to hear it; it is certain only if no equal request nearby was answered otherwise.
 */
function exchangeOf(one: Sighting, partner?: Sighting, alike: readonly Sighting[] = []): Exchange {
  const { tabId, method, url, initiator, type, atMs, feed, authorization, incognito } = one.sent;
  const answer = one.answer ?? partner?.answer;
  return {
    id: one.id,
    tabId: tabId === -1 ? (partner?.sent.tabId ?? -1) : tabId,
    initiator: initiator ?? partner?.sent.initiator,
    method,
    url,
    type: type ?? partner?.sent.type,
    startedMs: atMs,
    endedMs: answer?.atMs,
    status: answer?.status,
    error: answer?.error,
    serverDateMs: answer?.serverDateMs,
    challenges: answer?.challenges,
    refusal: answer?.refusal ?? (sameOutcome(one, partner) ? partner?.answer?.refusal : undefined),
    authorization,
    incognito,
    feeds: partner ? [feed, partner.sent.feed] : [feed],
    answerCertain:
      one.answer !== undefined || alike.every((other) => !near(other, one) || sameOutcome(other, partner)),
    captures: united([one, partner]),
  };
}

/** What the sightings carried, each capture once, those of the request first. */
function united(sightings: readonly (Sighting | undefined)[]): Capture[] {
  const known = sightings.filter((sighting) => sighting !== undefined);
  const all = [
    ...known.flatMap(({ sent }) => sent.captures),
    ...known.flatMap(({ answer }) => answer?.captures ?? []),
  ];
  const name = ({ carrier, token }: Capture) => `${carrier.place} ${carrier.name} ${token}`;
  return [...new Map(all.toReversed().map((capture) => [name(capture), capture])).values()].reverse();
}

const sameOutcome = (a: Sighting, b: Sighting | undefined) =>
  a.answer?.status === b?.answer?.status && a.answer?.error === b?.answer?.error;
