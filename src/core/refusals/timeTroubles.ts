import type { Exchange } from '../traffic/exchange';
import type { Birth } from './births';
import { middle } from './clock';
import { type Scene, type Trouble, type TroubleCode, trouble } from './trouble';
import { zoneShiftOf } from './zoneShift';

/** Clocks of a second or two apart are everybody's. */
const CLOCK_OFF_MS = 5_000;
const FUTURE_SLACK_SECONDS = 2;
const LONGEST_SECONDS = 3_654 * 86_400;
const SHORTEST_SECONDS = 10;

/** Clock and zone faults, each once, however many tokens and requests show it. */
export function timeTroubles(scene: Scene): Trouble[] {
  const found = [...scene.births.values()].filter(isMeant).flatMap((birth) => {
    const fault = faultOf(birth, scene);
    return fault ? [{ birth, fault }] : [];
  });
  const groups = new Map<string, typeof found>();
  for (const each of found) {
    const { birth, fault } = each;
    const name = [fault.code, birth.maker ?? birth.seenBy, fault.key].join(' ');
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const tokenTroubles = [...groups.values()].map((group) => {
    const exchanges = group.flatMap(({ birth: { entry } }) => entry.issued ?? entry.uses[0] ?? []);
    const { code = 'zone-shift', values = [] } = group[0]?.fault ?? {};
    return trouble(
      code,
      exchanges,
      group.map(({ birth }) => birth.entry.token),
      ...values,
    );
  });
  return [...clockTroubles(scene), ...tokenTroubles];
}

/** A token somewhere in a page's text that is never sent may be an example, or history. */
function isMeant({ entry: { token, uses, issued } }: Birth): boolean {
  return (
    uses.length > 0 ||
    issued?.captures.some((each) => each.token === token && each.carrier.name !== '') === true
  );
}

/** Values: seconds by which the server's clock is ahead (negative: behind), and its origins. */
function clockTroubles({ clocks }: Scene): Trouble[] {
  const off = clocks.spans.filter(({ leastMs, mostMs }) => leastMs > CLOCK_OFF_MS || mostMs < -CLOCK_OFF_MS);
  const groups: (typeof off)[] = [];
  for (const span of off) {
    const group = groups.find(([first]) => first && Math.abs(middle(first) - middle(span)) <= CLOCK_OFF_MS);
    if (group) group.push(span);
    else groups.push([span]);
  }
  return groups.map((spans) => {
    const exchanges = spans.flatMap((span) => span.exchanges).toSorted(byStart);
    const seconds = Math.round(spans.reduce((sum, span) => sum + middle(span), 0) / spans.length / 1000);
    const origins = [...new Set(spans.map(({ origin }) => origin))];
    return trouble('clock-off', exchanges, [], seconds, origins.join(', '));
  });
}

const byStart = (a: Exchange, b: Exchange) => a.startedMs - b.startedMs;

interface TimeFault {
  code: TroubleCode;
  /** What tells faults of one code apart. */
  key: string | number;
  values: readonly (string | number)[];
}

/** The first that applies explains the rest. */
const rules: readonly ((birth: Birth, scene: Scene) => TimeFault | undefined)[] = [
  wrongUnit,
  writtenAsText,
  shifted,
  fromTheFuture,
  endsBeforeItBegins,
  bornExpired,
  unlikelyLife,
];

function faultOf(birth: Birth, scene: Scene): TimeFault | undefined {
  for (const rule of rules) {
    const fault = rule(birth, scene);
    if (fault) return fault;
  }
  return undefined;
}

/** Values: the claim. */
function wrongUnit({ entry }: Birth, { times }: Scene): TimeFault | undefined {
  const note = times(entry.token).timeNotes.find(
    ({ code }) => code === 'milliseconds' || code === 'microseconds',
  );
  return note && { code: 'milliseconds', key: note.claim, values: [note.claim] };
}

/** Values: the claim. */
function writtenAsText({ entry }: Birth, { times }: Scene): TimeFault | undefined {
  const note = times(entry.token).timeNotes.find(({ code }) => code === 'text' || code === 'iso-text');
  return note && { code: 'time-text', key: note.claim, values: [note.claim] };
}

/** Values: seconds of the offset, the zones that fit, the claim. */
function shifted({ entry, madeMs }: Birth, { ownZone, times }: Scene): TimeFault | undefined {
  const shift = madeMs === undefined ? undefined : zoneShiftOf(times(entry.token), madeMs, ownZone);
  if (!shift) return undefined;
  const { offsetSeconds, zones, claim } = shift;
  return { code: 'zone-shift', key: offsetSeconds, values: [offsetSeconds, zones.join(', '), claim] };
}

/** Values: seconds from the first sighting. */
function fromTheFuture({ entry, seenMs, madeMs }: Birth, { times }: Scene): TimeFault | undefined {
  const { iatSeconds } = times(entry.token);
  const ahead =
    iatSeconds === undefined ? 0 : iatSeconds - (madeMs ?? Math.max(seenMs, entry.firstSeenMs)) / 1000;
  if (ahead <= FUTURE_SLACK_SECONDS) return undefined;
  return { code: 'issued-in-future', key: '', values: [Math.round(ahead)] };
}

function endsBeforeItBegins({ entry }: Birth, { times }: Scene): TimeFault | undefined {
  const { iatSeconds, nbfSeconds, expSeconds } = times(entry.token);
  const begin = iatSeconds ?? nbfSeconds;
  if (begin === undefined || expSeconds === undefined || expSeconds > begin) return undefined;
  return { code: 'expires-before-issue', key: '', values: [Math.round(begin - expSeconds)] };
}

/** Values: seconds for which it had been expired when it came. */
function bornExpired({ entry, madeMs }: Birth, { times }: Scene): TimeFault | undefined {
  const { expSeconds } = times(entry.token);
  if (madeMs === undefined || expSeconds === undefined || expSeconds * 1000 > madeMs) return undefined;
  return { code: 'born-expired', key: '', values: [Math.round(madeMs / 1000 - expSeconds)] };
}

/** Values: the lifetime in seconds. */
function unlikelyLife({ entry, madeMs }: Birth, { times }: Scene): TimeFault | undefined {
  const { iatSeconds, nbfSeconds, expSeconds } = times(entry.token);
  const begin = iatSeconds ?? nbfSeconds ?? (madeMs === undefined ? undefined : madeMs / 1000);
  if (begin === undefined || expSeconds === undefined) return undefined;
  const life = Math.round(expSeconds - begin);
  const code =
    life > LONGEST_SECONDS ? 'lives-too-long' : life < SHORTEST_SECONDS ? 'lives-too-short' : undefined;
  return code && { code, key: life, values: [life] };
}
