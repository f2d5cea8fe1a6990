import type { Capture, Exchange } from '../traffic/exchange';

/** One place in one exchange where the token was seen. */
export interface Sighting {
  exchange: Exchange;
  capture: Capture;
}

const MOST_SIGHTINGS = 500;

/** Where the token was seen, oldest first; of one that is seen very often the latest 500 or so. */
export function sightingsOf(text: string, exchanges: readonly Exchange[]): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const exchange of exchanges.toReversed()) {
    for (const capture of exchange.captures) if (capture.token === text) found.push({ exchange, capture });
    if (found.length >= MOST_SIGHTINGS) break;
  }
  return found.reverse();
}
