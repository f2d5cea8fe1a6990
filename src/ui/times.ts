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

const isInCalendar = (ms: number) => Math.abs(ms) <= CALENDAR_END_MS;

/** The unit people would choose for a length of time, and how many whole ones it holds. */
function wholeUnits(seconds: number): { unit: (typeof UNITS)[number][0]; count: number } {
  const length = Math.abs(seconds);
  const [unit, size] = UNITS.find(([, , from]) => length >= from) ?? (['second', 1] as const);
  return { unit, count: Math.floor(length / size) };
}

/** Times in the words and figures of a locale. `inUtc` tells whether the reader reads short times in UTC. */
export function createTimes(locale: string, inUtc: () => boolean = () => false): Times {
  const formats = createFormats(locale);
  const zone = () => (inUtc() ? 'UTC' : undefined);
  const amount = (count: number, unit: string) => formats.amount(unit).format(count);

  const duration = (seconds: number) => {
    const { unit, count } = wholeUnits(seconds);
    return amount(count, unit);
  };

  return {
    relative(seconds) {
      const { unit, count } = wholeUnits(seconds);
      return formats.relative().format(seconds < 0 ? -count : count, unit);
    },
    duration,
    countdown(seconds) {
      const whole = Math.max(0, Math.floor(seconds));
      if (whole < 3_600) return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
      if (whole >= 172_800) return duration(whole);
      const minutes = Math.floor((whole % 3_600) / 60);
      return `${amount(Math.floor(whole / 3_600), 'hour')} ${amount(minutes, 'minute')}`;
    },
    local: (ms) => (isInCalendar(ms) ? formats.date('whole').format(ms) : undefined),
    utc(ms) {
      if (!isInCalendar(ms)) return undefined;
      const sameDay = formats.date('day').format(ms) === formats.date('day', 'UTC').format(ms);
      return `${formats.date(sameDay ? 'clock' : 'whole', 'UTC').format(ms)} UTC`;
    },
    clock: (ms) => formats.date('clock', zone()).format(ms),
    brief(ms, nowMs) {
      if (!isInCalendar(ms)) return undefined;
      const day = formats.date('day', zone());
      const name = day.format(ms) === day.format(nowMs) ? 'clock' : 'brief';
      return formats.date(name, zone()).format(ms);
    },
  };
}

const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
const dateForms = {
  day: date,
  whole: { ...date, ...time },
  clock: time,
  brief: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
} as const;

/** A locale's formats. The platform takes its time to make one, so each is made when it is first asked for. */
function createFormats(locale: string) {
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  return {
    relative: () => once('relative', () => new Intl.RelativeTimeFormat(locale, { numeric: 'always' })),
    amount: (unit: string) =>
      once(unit, () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })),
    date: (form: keyof typeof dateForms, timeZone?: 'UTC') =>
      once(`${form} ${timeZone}`, () => new Intl.DateTimeFormat(locale, { ...dateForms[form], timeZone })),
  };
}
