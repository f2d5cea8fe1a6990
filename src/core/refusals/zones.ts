/** One zone for each offset that people live with, the most populous first among equals. IANA names. */
const zoneNames = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Chicago',
  'America/Denver',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Asia/Singapore',
  'Australia/Sydney',
  'Europe/Kyiv',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Jakarta',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'America/Bogota',
  'America/Halifax',
  'America/Caracas',
  'America/St_Johns',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Phoenix',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Kathmandu',
  'Asia/Yangon',
  'Asia/Tashkent',
  'Australia/Perth',
  'Australia/Brisbane',
  'Australia/Darwin',
  'Australia/Adelaide',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Noumea',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Marquesas',
  'Atlantic/Azores',
] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

const DAY_MS = 86_400_000;
/** Offsets at the beginning and the end of a day, by zone and day: on most days they are the same. */
const days = new Map<string, readonly [number, number]>();

/** By how many seconds a zone's clocks were ahead of UTC at a moment (milliseconds), with its summer time. */
export function offsetOf(zone: string, atMs: number): number {
  const day = Math.floor(atMs / DAY_MS);
  const name = `${zone} ${day}`;
  const [first, last] = days.get(name) ?? [
    readOffset(zone, day * DAY_MS),
    readOffset(zone, (day + 1) * DAY_MS),
  ];
  days.set(name, [first, last]);
  return first === last ? first : readOffset(zone, atMs);
}

function readOffset(zone: string, atMs: number): number {
  const known = formats.get(zone) ?? formatFor(zone);
  formats.set(zone, known);
  const parts = Object.fromEntries(known.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((shown - Math.floor(atMs / 1000) * 1000) / 1000);
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const whole = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-US', { timeZone, ...whole, ...clock });
}

/** The zones whose clocks were ahead of UTC by so many seconds at a moment, the reader's own first. */
export function zonesAt(offsetSeconds: number, atMs: number, own?: string): string[] {
  const names = own === undefined ? zoneNames : [own, ...zoneNames.filter((name) => name !== own)];
  return names.filter((name) => offsetOf(name, atMs) === offsetSeconds);
}

/** Every offset other than none that some zone had at a moment, in seconds. */
export function offsetsAt(atMs: number, own?: string): number[] {
  const all = [...(own === undefined ? [] : [own]), ...zoneNames].map((name) => offsetOf(name, atMs));
  return [...new Set(all)].filter((offset) => offset !== 0);
}
