import type { Engine } from '../../demo/findBrowser';
import type { Initiator } from './carrierTable';

/** Which feeds run: the background's, both, or DevTools' without any host permission. */
export const feedSets = ['background', 'both', 'devtools'] as const;
export type FeedSet = (typeof feedSets)[number];

interface Blind {
  /** Its sentence in the coverage note. */
  note: string;
  /** Absent: both browsers. */
  engine?: Engine;
  feeds: readonly FeedSet[];
}

/** What is not seen by the nature of the browsers. */
interface Unseen extends Blind {
  /** Absent: by whomever it is sent. */
  by?: readonly Initiator[];
  /** Carriers by their place and, where they have one, their name. */
  places: RegExp;
  /** Now and then it is seen all the same. */
  mostly?: true;
}

const unseen: readonly Unseen[] = [
  { note: 'limit-bodies', feeds: ['background'], places: /^response-body/ },
  { note: 'limit-socket-messages', engine: 'chromium', feeds: ['background'], places: /^websocket-/ },
  { note: 'limit-socket-messages-never', engine: 'firefox', feeds: feedSets, places: /^websocket-/ },
  {
    note: 'limit-socket-protocol',
    engine: 'chromium',
    feeds: ['background'],
    places: /^request-header sec-websocket-protocol/,
  },
  {
    note: 'limit-blob-bodies',
    engine: 'chromium',
    feeds: ['background'],
    by: ['blob'],
    places: /^request-body/,
  },
  {
    note: 'limit-workers',
    engine: 'chromium',
    feeds: ['devtools'],
    by: ['worker'],
    places: /./,
    mostly: true,
  },
  {
    note: 'limit-workers',
    engine: 'chromium',
    feeds: ['both'],
    by: ['worker'],
    places: /^response-body/,
    mostly: true,
  },
  {
    note: 'limit-event-streams',
    engine: 'chromium',
    feeds: ['both', 'devtools'],
    by: ['events'],
    places: /^response-body/,
  },
  {
    note: 'limit-service-worker',
    engine: 'firefox',
    feeds: ['devtools'],
    by: ['serviceWorker'],
    places: /./,
  },
  {
    note: 'limit-service-worker-bodies',
    engine: 'firefox',
    feeds: ['both'],
    by: ['serviceWorker'],
    places: /^response-body/,
  },
];

/** What the coverage note says beyond what a request of the table could show. */
const beyond: readonly Blind[] = [
  { note: 'limit-devtools-only', feeds: ['devtools'] },
  { note: 'limit-left-page', feeds: ['both', 'devtools'] },
  { note: 'limit-open-streams', feeds: ['devtools'] },
  { note: 'limit-open-messages', engine: 'chromium', feeds: ['both'] },
  { note: 'limit-network-filter', engine: 'firefox', feeds: ['both', 'devtools'] },
  { note: 'limit-other-sites', feeds: ['background'] },
  { note: 'limit-private-windows', engine: 'chromium', feeds: feedSets },
  { note: 'limit-storage', feeds: feedSets },
  { note: 'limit-indexed-db', feeds: feedSets },
];

const concerns = (engine: Engine, feeds: FeedSet) => (blind: Blind) =>
  (blind.engine ?? engine) === engine && blind.feeds.includes(feeds);

/** Whether the feeds see what an initiator has a carrier (its place, and its name if it has one) carry. */
export function isSeen(
  engine: Engine,
  feeds: FeedSet,
  initiator: Initiator,
  carrier: string,
): boolean | 'perhaps' {
  const found = unseen
    .filter(concerns(engine, feeds))
    .find(({ by, places }) => (by?.includes(initiator) ?? true) && places.test(carrier));
  return found?.mostly ? 'perhaps' : found === undefined;
}

/** The codes of all that the coverage note says of the feeds' nature. */
export const notesOf = (engine: Engine, feeds: FeedSet): string[] =>
  [...unseen, ...beyond].filter(concerns(engine, feeds)).map(({ note }) => note);
