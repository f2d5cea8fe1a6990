import { lifetimeAt } from '../token/lifetime';
import { summarize } from '../token/summary';

/** How many of a page's tokens in use are about to expire or have expired, and when that changes next. */
export interface Flags {
  expiring: number;
  expired: number;
  /** Milliseconds since the epoch; absent when nothing is going to change. */
  nextTurnMs?: number | undefined;
}

/** Flags for tokens at a moment (milliseconds); `leadSeconds` is the near-expiry threshold. */
export function flagsOf(tokens: readonly string[], nowMs: number, leadSeconds: number): Flags {
  const lifetimes = tokens.map((token) => lifetimeAt(summarize(token), nowMs, leadSeconds));
  const count = (state: string) => lifetimes.filter((lifetime) => lifetime.state === state).length;
  const turns = lifetimes.flatMap(({ nextTurnMs }) => nextTurnMs ?? []);
  return {
    expiring: count('expiring'),
    expired: count('expired'),
    nextTurnMs: turns.length > 0 ? Math.min(...turns) : undefined,
  };
}
