/** What is wrong with a time; each has a sentence under `time_` + code. */
export const timeNoteCodes = [
  'milliseconds',
  'microseconds',
  'text',
  'iso-text',
  'not-a-number',
  'infinite',
  'out-of-range',
  'never-valid',
] as const;

/** The claims that say when a token lives, and where their seconds go. */
const timeFields = {
  exp: 'expSeconds',
  nbf: 'nbfSeconds',
  iat: 'iatSeconds',
  auth_time: 'authTimeSeconds',
} as const;

export type TimeClaim = keyof typeof timeFields;

export interface TimeNote {
  claim: TimeClaim;
  code: (typeof timeNoteCodes)[number];
  /** The moment that was probably meant, where one can be guessed. */
  likelySeconds?: number;
}

/** The times of a token as NumericDates (RFC 7519 section 2): seconds since the epoch, perhaps with a fraction. */
export interface Times {
  expSeconds?: number;
  nbfSeconds?: number;
  iatSeconds?: number;
  authTimeSeconds?: number;
  /** Times that are no NumericDate have a note and no seconds; odd ones have both. */
  timeNotes: readonly TimeNote[];
}

export interface Lifetime {
  state: 'current' | 'expiring' | 'expired' | 'not-yet-valid' | 'no-expiry' | 'unreadable';
  /** Until it expires; negative: since it did. Before it becomes valid: until it does. */
  leftSeconds?: number;
  /** What is left of the whole lifetime, 1 to 0, where its beginning is known. */
  fraction?: number;
  /** When the state turns next, milliseconds since the epoch. */
  nextTurnMs?: number;
}

/** Reads exp, nbf, iat and auth_time from any source of claim values, as JSON.parse would give them; undefined where there is no such claim. */
export function readTimes(claimOf: (claim: TimeClaim) => unknown): Times {
  const timeNotes: TimeNote[] = [];
  const times: Times = { timeNotes };
  for (const claim of Object.keys(timeFields) as TimeClaim[]) {
    const value = claimOf(claim);
    if (value === undefined) continue;
    if (typeof value === 'number' && Number.isFinite(value)) times[timeFields[claim]] = value;
    const note = noteOn(value);
    if (note) timeNotes.push({ claim, ...note });
  }
  const { nbfSeconds, expSeconds } = times;
  if (nbfSeconds !== undefined && expSeconds !== undefined && nbfSeconds >= expSeconds) {
    timeNotes.push({ claim: 'nbf', code: 'never-valid' });
  }
  return times;
}

/** The farthest moment that JavaScript's Date knows, in seconds. */
const dateRange = 8.64e12;
/** Seconds since the epoch of 2001 and 2100: a time written in a smaller unit falls between them once it is divided. */
const plausible = { from: 978_307_200, to: 4_102_444_800 };

function noteOn(value: unknown): Omit<TimeNote, 'claim'> | undefined {
  if (typeof value === 'number') return noteOnNumber(value);
  if (typeof value !== 'string') return { code: 'not-a-number' };
  if (/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return { code: 'text', likelySeconds: Number(value) };
  return /^\d{4}-\d\d-\d\d/.test(value) ? isoNote(value) : { code: 'not-a-number' };
}

function noteOnNumber(seconds: number): Omit<TimeNote, 'claim'> | undefined {
  if (!Number.isFinite(seconds)) return { code: 'infinite' };
  if (isPlausible(seconds / 1e3)) return { code: 'milliseconds', likelySeconds: seconds / 1e3 };
  if (isPlausible(seconds / 1e6)) return { code: 'microseconds', likelySeconds: seconds / 1e6 };
  return Math.abs(seconds) > dateRange ? { code: 'out-of-range' } : undefined;
}

function isPlausible(seconds: number): boolean {
  return seconds >= plausible.from && seconds < plausible.to;
}

/** Without a zone the moment is anybody's guess, so none is given. */
function isoNote(value: string): Omit<TimeNote, 'claim'> {
  const ms = /(Z|[+-]\d\d:?\d\d)$/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? { code: 'iso-text' } : { code: 'iso-text', likelySeconds: ms / 1000 };
}

/**
 * Where a moment stands in a token's life. The token is expired on and after exp (RFC 7519 section 4.1.4) and not yet
 * valid before nbf (section 4.1.5). It is expiring in its last `leadSeconds`, but never before its last quarter.
 */
export function lifetimeAt(times: Times, nowMs: number, leadSeconds: number): Lifetime {
  const { expSeconds, nbfSeconds } = times;
  if (expSeconds !== undefined && nowMs >= expSeconds * 1000) {
    return { state: 'expired', leftSeconds: expSeconds - nowMs / 1000, ...fractionOf(times, nowMs) };
  }
  if (isUnreadable(times)) return { state: 'unreadable' };
  if (nbfSeconds !== undefined && nowMs < nbfSeconds * 1000) {
    return { state: 'not-yet-valid', leftSeconds: nbfSeconds - nowMs / 1000, nextTurnMs: nbfSeconds * 1000 };
  }
  if (expSeconds === undefined) return { state: 'no-expiry' };
  return untilExpiry(times, expSeconds, nowMs, leadSeconds);
}

function untilExpiry(times: Times, expSeconds: number, nowMs: number, leadSeconds: number): Lifetime {
  const whole = wholeSeconds(times);
  const lead = whole === undefined ? leadSeconds : Math.min(leadSeconds, whole / 4);
  const turnMs = (expSeconds - lead) * 1000;
  const expiring = nowMs >= turnMs;
  return {
    state: expiring ? 'expiring' : 'current',
    leftSeconds: expSeconds - nowMs / 1000,
    nextTurnMs: expiring ? expSeconds * 1000 : turnMs,
    ...fractionOf(times, nowMs),
  };
}

function isUnreadable(times: Times): boolean {
  const lost = (claim: TimeClaim) =>
    times[timeFields[claim]] === undefined && times.timeNotes.some((note) => note.claim === claim);
  return lost('exp') || lost('nbf');
}

/** From nbf, else iat, to exp; undefined where that is not known or makes no sense. */
function wholeSeconds({ expSeconds, nbfSeconds, iatSeconds }: Times): number | undefined {
  const start = nbfSeconds ?? iatSeconds;
  if (expSeconds === undefined || start === undefined || start >= expSeconds) return undefined;
  return expSeconds - start;
}

function fractionOf(times: Times, nowMs: number): { fraction?: number } {
  const whole = wholeSeconds(times);
  if (whole === undefined || times.expSeconds === undefined) return {};
  return { fraction: Math.min(1, Math.max(0, (times.expSeconds - nowMs / 1000) / whole)) };
}
