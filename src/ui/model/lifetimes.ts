import { type Lifetime, lifetimeAt, type Times, timesOf } from '../../core/token/lifetime';
import type { TokenSummary } from '../../core/token/summary';
import { partOf, type Token } from '../../core/token/token';
import type { Surroundings } from '../surroundings';

/** A lifetime, or that nothing is known of it because the claims cannot be read. */
export type KnownLifetime = Lifetime | { state: 'unknown' };

/** The times of a token; undefined when its claims are encrypted or broken, so that nothing can be said. */
export function readableTimes(token: Token): Times | undefined {
  return partOf(token, 'payload')?.json?.type === 'object' ? timesOf(token) : undefined;
}

/** The same from what a list knows. */
export function summaryTimes(summary: TokenSummary): Times | undefined {
  return summary.valid && summary.enc === undefined ? summary : undefined;
}

/** Where now stands in a token's life. Reads the clock, so it belongs into a computed or a component. */
export function lifetimeOf(times: Times | undefined, { now, settings }: Surroundings): KnownLifetime {
  if (!times) return { state: 'unknown' };
  return lifetimeAt(times, now.value, settings.value.nearExpirySeconds);
}
