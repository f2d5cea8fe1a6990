import { type Exchange, isSent } from './exchange';
import type { Answered, Fact, Sent } from './fact';

/**
 * The facts that fold into these exchanges again, so that what was cleared can be put back. Of an exchange that two
 * feeds saw there is a sighting of each. `source` must be one that no feed has used.
 */
export function restoringFacts(exchanges: readonly Exchange[], source: string): Fact[] {
  return exchanges.flatMap((exchange, n) => {
    const sightings = exchange.feeds.map((feed) => sentBy(feed, exchange, `${source} ${feed}`, n));
    const [first] = sightings;
    return first && isAnswered(exchange) ? [...sightings, answerTo(first, exchange)] : sightings;
  });
}

const isAnswered = ({ endedMs, status, error }: Exchange) =>
  endedMs !== undefined || status !== undefined || error !== undefined;

function sentBy(feed: Sent['feed'], exchange: Exchange, source: string, n: number): Sent {
  const { tabId, method, url, initiator, type, startedMs, incognito, authorization, captures } = exchange;
  return {
    kind: 'sent',
    feed,
    source,
    n,
    tabId,
    method,
    url,
    initiator,
    type,
    atMs: startedMs,
    incognito,
    authorization,
    captures: isAnswered(exchange) ? captures.filter(({ carrier }) => isSent(carrier)) : captures,
  };
}

function answerTo({ source, n }: Sent, exchange: Exchange): Answered {
  const {
    startedMs,
    endedMs = startedMs,
    status,
    error,
    serverDateMs,
    challenges,
    refusal,
    captures,
  } = exchange;
  return {
    kind: 'answered',
    source,
    n,
    atMs: endedMs,
    status,
    error,
    serverDateMs,
    challenges,
    refusal,
    captures: captures.filter(({ carrier }) => !isSent(carrier)),
  };
}
