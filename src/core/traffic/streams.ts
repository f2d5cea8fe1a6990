import type { Fact } from './fact';
import { factsOf, type HarEntry, type Observer } from './har';

/** Whether an entry is of a connection that DevTools tell of when it ends, or never. */
export const isStream = ({ _resourceType, _webSocketMessages }: HarEntry) =>
  _resourceType === 'websocket' || _resourceType === 'eventsource' || _webSocketMessages !== undefined;

/** How many messages of each connection were read at earlier looks. */
export type Known = Map<string, number>;

/** Names a connection within its page. */
export const streamName = ({ startedDateTime, request: { method, url } }: HarEntry) =>
  `${startedDateTime} ${method} ${url}`;

/** The facts of a connection that may still be open, but for what an earlier look has told; or none. */
export function streamFacts(entry: HarEntry, observer: Observer, known: Known): Fact[] {
  const messages = entry._webSocketMessages ?? [];
  const before = known.get(streamName(entry));
  known.set(streamName(entry), messages.length);
  if (before === undefined) return factsOf(entry, observer);
  const facts = factsOf({ ...entry, _webSocketMessages: messages.slice(before) }, observer).map(ofMessages);
  return facts.some(({ captures }) => captures.length > 0) ? facts : [];
}

/** What was told of the connection's opening is not told again. */
const ofMessages = (fact: Fact): Fact => ({
  ...fact,
  captures: fact.captures.filter(({ carrier: { place } }) => place.startsWith('websocket-')),
});

/** Of a connection that was told while it was open, only its answer's body is news when it ends. */
export function inAnswerAlone(facts: readonly Fact[]): Fact[] {
  const news = facts.map((fact) => ({
    ...fact,
    captures: fact.captures.filter(({ carrier: { place } }) => place === 'response-body'),
  }));
  return news.some(({ captures }) => captures.length > 0) ? news : [];
}
