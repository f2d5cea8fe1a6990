import { type Lifetime, lifetimeAt, type Times } from '../token/lifetime';
import type { Exchange } from '../traffic/exchange';
import type { Birth } from './births';

/** A token's lifetime, where need be reckoned from its first sighting. */
export interface Life extends Lifetime {
  /** When it began, milliseconds since the epoch; absent where nobody knows. */
  beginMs?: number;
  /** Whether the token itself says so, or the answer that brought it, or only its first sighting. */
  beginFrom?: 'claim' | 'answer' | 'sighting';
  /** How long it has been seen, in seconds. */
  seenSeconds?: number;
}

/**
 * Where a moment stands in a token's life. A token without iat and nbf began when the answer that brought it was
 * dated, or else when it was first seen; without exp it has an age and no end.
 */
export function lifeAt(times: Times, birth: Birth | undefined, nowMs: number, leadSeconds: number): Life {
  const claimed = times.nbfSeconds ?? times.iatSeconds;
  const seen = birth && { seenSeconds: Math.max(0, (nowMs - birth.seenMs) / 1000) };
  if (claimed !== undefined || !birth) {
    const begin = claimed === undefined ? {} : ({ beginMs: claimed * 1000, beginFrom: 'claim' } as const);
    return { ...lifetimeAt(times, nowMs, leadSeconds), ...begin, ...seen };
  }
  const beginFrom = birth.madeMs === undefined ? 'sighting' : 'answer';
  const known = { ...times, iatSeconds: birth.seenMs / 1000 };
  return { ...lifetimeAt(known, nowMs, leadSeconds), beginMs: birth.seenMs, beginFrom, ...seen };
}

/** Whether a token was valid when a request took it along, by the server's clock where its answer tells of it. */
export function whenSent(times: Times, { serverDateMs, startedMs }: Exchange): Lifetime {
  return lifetimeAt(times, Math.max(serverDateMs ?? startedMs, 0), 0);
}
