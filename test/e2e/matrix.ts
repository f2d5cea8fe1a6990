import type { Engine } from '../../demo/findBrowser';
import type { Capture, Exchange, Feed } from '../../src/core/traffic/exchange';
import { type FeedSet, isSeen } from './blindness';
import { type Initiator, type Step, ways } from './carrierTable';

/** One way for tokens to travel, taken by one initiator. */
export interface Sent {
  name: string;
  by: Initiator;
  carriers: readonly string[];
  steps: Step[];
  tokens: readonly string[];
}

/** Every way by everybody, each with tokens of its own. */
export function everyWay(fresh: () => string): Sent[] {
  return Object.entries(ways).flatMap(([way, { by, carriers, steps }]) =>
    by.map((initiator) => {
      const tokens: string[] = [];
      const kept = (token: string) => {
        tokens.push(token);
        return token;
      };
      const made = steps(
        () => kept(fresh()),
        () => kept(`opaque-${fresh().slice(-24).replaceAll(/[^\w]/g, 'x')}`),
      );
      return { name: `${way}, by ${initiator}`, by: initiator, carriers, steps: made, tokens };
    }),
  );
}

/** The tokens of the table in a text. */
export const tokensIn = (text: string): readonly string[] =>
  text.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+|opaque-\w+/g) ?? [];

/** A token, and where it passed, as the server and the log both can say. */
export const passage = (place: string, token: string) => `${place} ${token}`;

/** Where the log says that a token was, as the server would say it: it does not know of paths in bodies and addresses. */
function placeOf({ carrier: { place, name } }: Capture): string {
  if (place.startsWith('url-')) return 'url';
  return /header|cookie/.test(place) ? `${place} ${name}` : place;
}

const carrierOf = ({ carrier: { place, name } }: Capture) => `${place} ${name}`;

/** What a log with these feeds in this browser must tell, and what it tells; what it may tell or not is left out. */
export function createView(sent: readonly Sent[], engine: Engine, feeds: FeedSet) {
  const senderOf = new Map(sent.flatMap((one) => one.tokens.map((token) => [token, one] as const)));
  const isTold = (carrier: string, by: Initiator, set = feeds) => isSeen(engine, set, by, carrier);
  const capturesOf = ({ tokens, by }: Sent, exchanges: readonly Exchange[]) =>
    exchanges.flatMap(({ captures }) =>
      captures.filter((one) => tokens.includes(one.token) && isTold(carrierOf(one), by) !== 'perhaps'),
    );
  const lines = (carriers: (one: Sent) => readonly string[]) =>
    sent.map((one) => [one.name, ...carriers(one).toSorted()].join('\n  '));

  /** The feeds that should tell of an exchange: those that see any of what it carried. Chance is left out of both. */
  const feedsIn = (exchange: Exchange, { name, by }: Sent) => {
    const seenBy = (set: FeedSet) => exchange.captures.map((one) => isTold(carrierOf(one), by, set));
    const perFeed = { webRequest: seenBy('background'), devtools: seenBy('devtools') };
    const own = feeds === 'both' ? (['webRequest', 'devtools'] as const) : ([only[feeds]] as const);
    const chance: readonly Feed[] = own.filter((feed) => perFeed[feed].includes('perhaps'));
    return {
      told: `${name}: ${exchange.feeds.filter((feed) => !chance.includes(feed)).join()}`,
      expected: `${name}: ${own.filter((feed) => !chance.includes(feed) && perFeed[feed].includes(true)).join()}`,
    };
  };

  return {
    senderOf,
    /** Whether the log must tell of a token that passed a place. */
    mustTell: (place: string, token: string) => {
      const sender = senderOf.get(token);
      return sender !== undefined && isTold(place, sender.by) === true;
    },
    expectedCarriers: lines(({ carriers, by }) => carriers.filter((carrier) => isTold(carrier, by) === true)),
    carriers: (exchanges: readonly Exchange[]) => lines((one) => capturesOf(one, exchanges).map(carrierOf)),
    passages: (exchanges: readonly Exchange[]) =>
      sent
        .flatMap((one) =>
          capturesOf(one, exchanges).map((capture) => passage(placeOf(capture), capture.token)),
        )
        .toSorted(),
    feeds(exchanges: readonly Exchange[]) {
      const own = exchanges.flatMap((exchange) => {
        const sender = senderOf.get(exchange.captures[0]?.token ?? '');
        return sender ? [feedsIn(exchange, sender)] : [];
      });
      return {
        told: own.map(({ told }) => told).toSorted(),
        expected: own.map(({ expected }) => expected).toSorted(),
      };
    },
  };
}

const only = { background: 'webRequest', devtools: 'devtools' } as const;
