import { median } from '../bench/row';
import type { Memory } from './memory';

/** What a soak does. */
export interface SoakPlan {
  minutes: number;
  /** Requests a minute. */
  rate: number;
  /** Requests in one burst, at least and at most; the background is killed after each. */
  burst: { least: number; most: number };
}

/** Taken between two bursts. */
export interface Sample {
  minute: number;
  requests: number;
  /** Bytes that the log and all else take in session memory. */
  sessionBytes: number;
  /** Undefined beyond Linux. */
  memory: Memory | undefined;
}

/** What came of it, or has until now. */
export interface SoakFigures {
  browser: string;
  minutes: number;
  requests: number;
  kills: number;
  /** Requests that the page could not send, or whose answer it did not get. */
  failed: number;
  /** Captures that are in the log, and those that it counts as dropped. */
  logged: number;
  dropped: number;
  /** Captures in the log that never reached the server, or stand there too often; undefined until they were compared. */
  tooMany: number | undefined;
  /** Why it ended before its time. */
  cutShort?: string;
  samples: readonly Sample[];
}

/**
 * How many requests are due after so many milliseconds, of which so many were sent; 0 while they make no burst. The
 * first burst is due at once, so that none is owed at the end.
 */
export function due({ rate, burst }: SoakPlan, elapsedMs: number, sent: number): number {
  const behind = Math.floor((elapsedMs / 60_000) * rate) + burst.least - sent;
  return behind < burst.least ? 0 : Math.min(behind, burst.most);
}

/** The middle of what some samples tell, leaving out those that tell nothing; undefined where none does. */
export function middleOf(
  samples: readonly Sample[],
  read: (sample: Sample) => number | undefined,
): number | undefined {
  const values = samples.flatMap((sample) => read(sample) ?? []);
  return values.length === 0 ? undefined : median(values);
}

/** Nothing missing, nothing too many, and the whole time. */
export const isSound = ({ requests, logged, dropped, tooMany, cutShort }: SoakFigures) =>
  logged + dropped === requests && tooMany === 0 && cutShort === undefined;
