import type { Times } from '../token/lifetime';
import type { Exchange } from '../traffic/exchange';
import type { LineageReading } from '../traffic/lineage';
import type { Birth } from './births';
import type { Clocks } from './clock';

/** What goes wrong with tokens over time; each has a sentence under `trouble_` + code, and what to do under `trouble_do_`. */
export const troubleCodes = [
  'refresh-race',
  'refresh-reuse',
  'family-revoked',
  'refresh-after-expiry',
  'stale-token',
  'nearly-expired',
  'clock-off',
  'zone-shift',
  'milliseconds',
  'time-text',
  'issued-in-future',
  'expires-before-issue',
  'born-expired',
  'lives-too-long',
  'lives-too-short',
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

/** One trouble, however many requests show it. */
export interface Trouble {
  code: TroubleCode;
  /** When it was first seen, milliseconds since the epoch. */
  atMs: number;
  /** The requests that show it, oldest first. */
  exchanges: readonly Exchange[];
  /** The tokens that it concerns. */
  tokens: readonly string[];
  /**
   * Figures of the sentence, as plain numbers and names: seconds, counts, origins, zones. What each is, its code says:
   * see the rule that makes it.
   */
  values: readonly string[];
}

/** Everything that a rule looks at. */
export interface Scene {
  reading: LineageReading;
  clocks: Clocks;
  births: ReadonlyMap<string, Birth>;
  /** The times that a token claims for itself. */
  times(token: string): Times;
  /** The reader's own zone, an IANA name. */
  ownZone?: string | undefined;
}

export function trouble(
  code: TroubleCode,
  exchanges: readonly Exchange[],
  tokens: readonly string[],
  ...values: readonly (string | number)[]
): Trouble {
  const atMs = exchanges[0]?.startedMs ?? 0;
  return { code, atMs, exchanges, tokens: [...new Set(tokens)], values: values.map(String) };
}
