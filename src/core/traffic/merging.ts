import type { Capture, Exchange } from './exchange';
import type { Sighting } from './pairing';

/**
 * The exchange that a sighting and its partner tell of. webRequest names the answer of each request exactly. DevTools'
 * answer stands in where the background was not alive to hear it; it is certain only if no equal request nearby
 * (`alike`) was answered otherwise.
 */
export function exchangeOf(one: Sighting, alike: () => readonly Sighting[]): Exchange {
  const { tabId, method, url, initiator, type, atMs, feed, authorization, incognito } = one.sent;
  const { partner } = one;
  const answer = one.answer ?? partner?.answer;
  const isSame = sameOutcome(one, partner);
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
    refusal: answer?.refusal ?? (isSame ? partner?.answer?.refusal : undefined),
    authorization,
    incognito: incognito ?? partner?.sent.incognito,
    feeds: partner ? bothFeeds : alone[feed],
    answerCertain: one.answer === answer || alike().every((other) => sameOutcome(other, partner)),
    captures: united(one, partner),
  };
}

const bothFeeds: Exchange['feeds'] = ['webRequest', 'devtools'];
const alone = {
  webRequest: ['webRequest'],
  devtools: ['devtools'],
  page: ['page'],
  import: ['import'],
} as const;

const sameOutcome = (a: Sighting, b: Sighting | undefined) =>
  a.answer?.status === b?.answer?.status && a.answer?.error === b?.answer?.error;

/** What the sightings carried, each capture once, those of the request first. */
function united(one: Sighting, partner: Sighting | undefined): readonly Capture[] {
  if (!partner && !one.answer?.captures.length) return one.sent.captures;
  const lists = [one.sent, partner?.sent, one.answer, partner?.answer].map((fact) => fact?.captures ?? []);
  const [only, ...more] = lists.filter(({ length }) => length > 0);
  if (only === undefined) return [];
  if (more.length === 0 || more.every((list) => list === only)) return only;
  const name = ({ carrier, token }: Capture) => `${carrier.place} ${carrier.name} ${token}`;
  const all = [only, ...more].flat().reverse();
  return [...new Map(all.map((capture) => [name(capture), capture])).values()].reverse();
}
