import type { LineageReading, LineageToken } from '../traffic/lineage';
import { originOf } from '../traffic/origin';
import type { Clocks } from './clock';

/** When and where a token was made, as far as it was seen. */
export interface Birth {
  entry: LineageToken;
  /** Origin of whoever made it; absent where only its use was seen. */
  maker?: string;
  /** By the maker's clock, milliseconds since the epoch; absent where only its use was seen. */
  madeMs?: number;
  /** First sighting by the clock of whoever saw it first, the maker or the server it was sent to. */
  seenMs: number;
  /** Origin of that one. */
  seenBy: string | undefined;
}

/** The first sighting of every token, once for each. */
export function birthsOf({ lineages }: Pick<LineageReading, 'lineages'>, clocks: Clocks): Map<string, Birth> {
  const births = new Map<string, Birth>();
  for (const entry of lineages.flatMap(({ tokens }) => tokens)) {
    const known = births.get(entry.token);
    if (known && known.entry.firstSeenMs <= entry.firstSeenMs) continue;
    births.set(entry.token, birthOf(entry, clocks));
  }
  return births;
}

function birthOf(entry: LineageToken, clocks: Clocks): Birth {
  const { issued, uses, firstSeenMs } = entry;
  const first = issued ?? uses[0];
  const origin = originOf(first?.url ?? '');
  const seenMs = first?.serverDateMs ?? clocks.serverMs(origin, firstSeenMs);
  if (!issued || origin === undefined) return { entry, seenMs, seenBy: origin };
  return { entry, maker: origin, madeMs: seenMs, seenMs, seenBy: origin };
}
