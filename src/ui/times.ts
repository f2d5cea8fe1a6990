/** Spans of time and moments as people read them. */
export interface Times {
  /** A distance from now in whole units, rounded towards now: "in 4 minutes", "3 hours ago". Seconds. */
  relative(seconds: number): string;
  /** A length in one whole unit, rounded down: "58 min". Seconds. */
  duration(seconds: number): string;
  /** A length that counts down: "4:12" below an hour, else two units or one. Seconds. */
  countdown(seconds: number): string;
  /** Date and time where the reader is; absent where no calendar reaches. Milliseconds since the epoch. */
  local(ms: number): string | undefined;
  /** The same in UTC; the date only where it differs from the local one. */
  utc(ms: number): string | undefined;
  /** The time of day, where the reader is unless he reads UTC. Milliseconds since the epoch. */
  clock(ms: number): string;
  /** In short: the time of day, with the date unless it is the day of `nowMs`. As above. */
  brief(ms: number, nowMs: number): string | undefined;
}

const UNITS = [
  ['year', 31_556_952, 63_113_904],
  ['month', 2_629_746, 5_259_492],
  ['day', 86_400, 172_800],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
  ['second', 1, 0],
] as const;

/** The largest moment a Date can hold, in milliseconds (ECMAScript, time values). */
const CALENDAR_END_MS = 8.64e15;

/** The unit people would choose for a length of time, and how many whole ones it holds. */
function wholeUnits(seconds: number): { unit: (typeof UNITS)[number][0]; count: number } {
  const length = Math.abs(seconds);
  const [unit, size] = UNITS.find(([, , from]) => length >= from) ?? (['second', 1] as const);
  return { unit, count: Math.floor(length / size) };
}

/** Times in the words and figures of a locale. `inUtc` tells whether the reader reads short times in UTC. */
export function createTimes(locale: string, inUtc: () => boolean = () => false): Times {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const dayFormat = new Intl.DateTimeFormat(locale, date);
  const localFormat = new Intl.DateTimeFormat(locale, { ...date, ...time });
  const clockFormat = new Intl.DateTimeFormat(locale, time);
  const briefOptions = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  const briefFormat = new Intl.DateTimeFormat(locale, briefOptions);
  const utcBrief = new Intl.DateTimeFormat(locale, { ...briefOptions, timeZone: 'UTC' });
  const utcDay = new Intl.DateTimeFormat(locale, { ...date, timeZone: 'UTC' });
  const utcFormat = new Intl.DateTimeFormat(locale, { ...date, ...time, timeZone: 'UTC' });
  const utcClock = new Intl.DateTimeFormat(locale, { ...time, timeZone: 'UTC' });

  const amount = (count: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);

  const duration = (seconds: number) => {
    const { unit, count } = wholeUnits(seconds);
    return amount(count, unit);
  };

  return {
    relative(seconds) {
      const { unit, count } = wholeUnits(seconds);
      return relative.format(seconds < 0 ? -count : count, unit);
    },
    duration,
    countdown(seconds) {
      const whole = Math.max(0, Math.floor(seconds));
      if (whole < 3_600) return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
      if (whole >= 172_800) return duration(whole);
      const minutes = Math.floor((whole % 3_600) / 60);
      return `${amount(Math.floor(whole / 3_600), 'hour')} ${amount(minutes, 'minute')}`;
    },
    local: (ms) => (Math.abs(ms) <= CALENDAR_END_MS ? localFormat.format(ms) : undefined),
    utc(ms) {
      if (!(Math.abs(ms) <= CALENDAR_END_MS)) return undefined;
      const sameDay = dayFormat.format(ms) === utcDay.format(ms);
      return `${(sameDay ? utcClock : utcFormat).format(ms)} UTC`;
    },
    clock: (ms) => (inUtc() ? utcClock : clockFormat).format(ms),
    brief(ms, nowMs) {
      if (!(Math.abs(ms) <= CALENDAR_END_MS)) return undefined;
      const [day, clock, brief] = inUtc()
        ? [utcDay, utcClock, utcBrief]
        : [dayFormat, clockFormat, briefFormat];
      return (day.format(ms) === day.format(nowMs) ? clock : brief).format(ms);
    },
  };
}
