import type { TokenSummary } from '../../core/token/fastSummary';
import { type Lifetime, lifetimeAt, type Times } from '../../core/token/lifetime';
import type { Surroundings } from '../surroundings';

/** A lifetime, or that nothing is known of it because the claims cannot be read. */
export type KnownLifetime = Lifetime | { state: 'unknown' };

/** The times of a token, from what a list knows of it; undefined when its claims cannot be read. */
export function summaryTimes(summary: TokenSummary): Times | undefined {
  return summary.valid && summary.enc === undefined ? summary : undefined;
}

/** Where now stands in a token's life. Reads the clock, so it belongs into a computed or a component. */
export function lifetimeOf(times: Times | undefined, { now, settings }: Surroundings): KnownLifetime {
  if (!times) return { state: 'unknown' };
  return lifetimeAt(times, now.value, settings.value.nearExpirySeconds);
}
