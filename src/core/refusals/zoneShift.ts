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
  60, 15, 30, 5, 10, 1440, 120, 20, 480, 720, 45, 1, 2, 3, 180, 240, 360, 10080, 43200, 20160, 86400,
];

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
  return expSeconds === undefined ? undefined : shownByExpiry(expSeconds - made, madeMs, own);
}

function lifeBehind({ expSeconds, iatSeconds }: Times, made: number, offset: number): number | undefined {
  if (expSeconds === undefined) return undefined;
  return expSeconds - (iatSeconds !== undefined && near(iatSeconds - made, offset) ? iatSeconds : made);
}

/** With nothing but an expiry, only what no ordinary lifetime explains is told. */
function shownByExpiry(left: number, madeMs: number, own?: string): ZoneShift | undefined {
  if (left > 0 && isUsual(left)) return undefined;
  const ownOffset = own === undefined ? 0 : offsetOf(own, madeMs);
  const fits = offsetsAt(madeMs, own)
    .filter((offset) => isUsual(left - offset))
    .filter((offset) => left <= 0 || offset === ownOffset || offset % 3600 !== 0);
  const rank = (offset: number) =>
    (offset === ownOffset ? -100 : 0) + usual.findIndex((minutes) => near(left - offset, minutes * 60));
  const [best] = fits.toSorted((a, b) => rank(a) - rank(b));
  return best === undefined ? undefined : shift(best, 'exp', madeMs, own, left - best);
}

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
