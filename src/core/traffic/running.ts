import type { FeedState } from './coverage';

/** A feed that runs, and since when (milliseconds since the epoch) where that is known. */
export interface RunningFeed {
  feed: 'devtools' | 'webRequest';
  sinceMs?: number | undefined;
}

/** The feeds that run for a page. */
export function runningFeeds(state: FeedState): RunningFeed[] {
  const { recording, allowed, allowedSinceMs, devtoolsSinceMs } = state;
  if (!recording) return [];
  return [
    ...(devtoolsSinceMs === undefined ? [] : [{ feed: 'devtools' as const, sinceMs: devtoolsSinceMs }]),
    ...(allowed ? [{ feed: 'webRequest' as const, sinceMs: allowedSinceMs }] : []),
  ];
}
