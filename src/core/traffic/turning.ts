import { lifetimeAt } from '../token/lifetime';
import { summarize } from '../token/summary';

/** A token that has just turned, and into what. */
export interface Turned {
  token: string;
  state: 'expiring' | 'expired';
}

/** What turned longer ago, while the computer slept perhaps, is no news. Milliseconds. */
const NEWS_MS = 600_000;

/** The tokens that are about to expire, and those that have expired just now. `leadSeconds` as in Settings. */
export function turnedAt(tokens: readonly string[], nowMs: number, leadSeconds: number): Turned[] {
  return tokens.flatMap((token): Turned[] => {
    const { state, leftSeconds = 0 } = lifetimeAt(summarize(token), nowMs, leadSeconds);
    if (state === 'expiring') return [{ token, state }];
    return state === 'expired' && -leftSeconds * 1000 <= NEWS_MS ? [{ token, state }] : [];
  });
}
