import { type Lifetime, lifetimeAt, type Times } from '../../core/token/lifetime';
import type { Surroundings } from '../surroundings';

/** Where now stands in a token's life. Reads the clock, so it belongs into a computed. */
export function lifetimeOf(times: Times, { now, settings }: Surroundings): Lifetime {
  return lifetimeAt(times, now.value, settings.value.nearExpirySeconds);
}
