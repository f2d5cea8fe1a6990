import type { Times } from '../token/lifetime';
import { offsetOf, offsetsAt, zonesAt } from './zones';

/** A token whose times were taken from a clock of some zone and written as if they were UTC. */
export interface ZoneShift {
  /** Seconds; positive: the zone is ahead of UTC. */
  offsetSeconds: number;
  /** Zones that fit, the likeliest first. */
  zones: readonly string[];
  /** The claim that shows it. */
  claim: 'iat' | 'nbf' | 'exp';
  /** From its making to its expiry, as it was probably meant, in seconds. */
  meantSeconds?: number;
}

/** How far a time may be from what a zone explains: a slow answer, a clock that is a little off. Seconds. */
const TOLERANCE = 8;

/** Lifetimes that people choose, in minutes, the likeliest first. */
const usual = [
  60, 15, 30, 5, 10, 1440, 20, 120, 480, 720, 45, 1, 2, 3, 180, 240, 360, 10080, 43200, 20160, 86400,
];
/** How many of them are likely enough to tell a zone by the expiry alone; and for the rarer zones of half hours. */
const likely = 8;
const likeliest = 3;

const isUsual = (seconds: number) => usual.some((minutes) => near(seconds, minutes * 60));
const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;

/**
 * Whether the times of a token that was made at `madeMs` (milliseconds, by the maker's clock) were taken from
 * datetime.now() in place of utcnow(). `own` is the reader's zone, which fits best where the server runs at home.
 */
export function zoneShiftOf(times: Times, madeMs: number, own?: string): ZoneShift | undefined {
  const made = madeMs / 1000;
  const { iatSeconds, nbfSeconds, expSeconds } = times;
  for (const [claim, seconds] of [
    ['iat', iatSeconds],
    ['nbf', nbfSeconds],
  ] as const) {
    const offset =
      seconds === undefined ? undefined : offsetsAt(madeMs, own).find((each) => near(seconds - made, each));
    if (offset !== undefined) return shift(offset, claim, madeMs, own, lifeBehind(times, made, offset));
  }
  // An iat that is neither right nor off by a zone tells that the token was made at another time.
  const begun = iatSeconds ?? nbfSeconds;
  if (expSeconds === undefined || (begun !== undefined && !near(begun, made))) return undefined;
  return shownByExpiry(expSeconds - made, madeMs, own);
}

function lifeBehind({ expSeconds, iatSeconds }: Times, made: number, offset: number): number | undefined {
  if (expSeconds === undefined) return undefined;
  return expSeconds - (iatSeconds !== undefined && near(iatSeconds - made, offset) ? iatSeconds : made);
}

/**
 * With nothing but an expiry, only what no ordinary lifetime explains is told. Several zones may then fit, each with
 * another lifetime; the likeliest comes first.
 */
function shownByExpiry(left: number, madeMs: number, own?: string): ZoneShift | undefined {
  if (left > 0 && isUsual(left)) return undefined;
  const ownOffset = own === undefined ? 0 : offsetOf(own, madeMs);
  const lifeRank = (offset: number) => usual.findIndex((minutes) => near(left - offset, minutes * 60));
  const tells = (offset: number) => {
    const rank = lifeRank(offset);
    if (rank < 0) return false;
    if (offset === ownOffset) return rank < likely;
    if (left <= 0) return rank < (isWholeHour(offset) ? likely : likeliest);
    // Whole hours may be meant; the odd half of one comes from a zone.
    return !isWholeHour(offset) && !isWholeHour(left);
  };
  const rank = (offset: number) => (offset === ownOffset ? -100 : 0) + lifeRank(offset);
  const [best, ...others] = offsetsAt(madeMs, own)
    .filter(tells)
    .sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return undefined;
  const found = shift(best, 'exp', madeMs, own, left - best);
  if (best === ownOffset) return found;
  const more = others.slice(0, 2).flatMap((offset) => zonesAt(offset, madeMs, own).slice(0, 1));
  return { ...found, zones: [...found.zones.slice(0, 2), ...more] };
}

const isWholeHour = (seconds: number) => near(seconds, 3600 * Math.round(seconds / 3600));

function shift(
  offsetSeconds: number,
  claim: ZoneShift['claim'],
  madeMs: number,
  own: string | undefined,
  meant: number | undefined,
): ZoneShift {
  const zones = zonesAt(offsetSeconds, madeMs, own).slice(0, 3);
  const meantSeconds = meant === undefined ? undefined : Math.round(meant);
  return { offsetSeconds, zones, claim, ...(meantSeconds !== undefined && { meantSeconds }) };
}
