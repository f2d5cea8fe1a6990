import type { Capture, Feed } from './exchange';

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
}

export type Fact = Sent | Answered;
