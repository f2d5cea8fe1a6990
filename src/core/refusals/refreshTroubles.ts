import type { Times } from '../token/lifetime';
import type { Exchange } from '../traffic/exchange';
import type { Step } from '../traffic/lineageSteps';
import { senderOf } from '../traffic/lineageSuccession';
import { originOf } from '../traffic/origin';
import { type Scene, type Trouble, trouble } from './trouble';

/** Refreshes that begin so shortly after one another did not know of each other, even where one was answered at once. */
const SAME_MOMENT_MS = 2_000;
/** An expiry is read by clocks of whole seconds. */
const EXPIRY_SLACK_MS = 2_000;

const refusedStatus = (status: number | undefined) => status === 400 || status === 401 || status === 403;

/** Refresh trouble: races, reuse after rotation, revoked families, refreshes that come too late. */
export function refreshTroubles(scene: Scene): Trouble[] {
  const refreshes = scene.reading.steps.filter(({ kind }) => kind === 'refresh');
  const bunches = bunchesOf(refreshes);
  const races = bunches.filter(({ length }) => length > 1);
  const families = familiesOf(refreshes);
  const reuses = reusesOf(bunches);
  return [
    ...races.map(raceTrouble),
    ...reuses.map(({ token, steps }) => trouble('refresh-reuse', exchangesOf(steps), [token], steps.length)),
    ...revoked(refreshes, races, reuses, families, scene),
    ...tooLate(refreshes, scene),
  ];
}

const exchangesOf = (steps: readonly Step[]): Exchange[] => steps.map(({ exchange }) => exchange);

/** What a refresh was bought with; a cookie that nobody can read is the same for all of an origin's tabs. */
function purseOf({ with: token, exchange }: Step): string {
  const window = exchange.incognito ? 'private ' : '';
  return token ?? `${window}${originOf(exchange.url)} ${exchange.url.replace(/[?#].*$/s, '')}`;
}

/** Refreshes with the same token that ran at the same time, together; every other one alone. */
function bunchesOf(refreshes: readonly Step[]): Step[][] {
  const last = new Map<string, Step[]>();
  const bunches: Step[][] = [];
  for (const step of refreshes) {
    const purse = purseOf(step);
    const bunch = last.get(purse);
    if (bunch?.some((other) => atOnce(other, step))) bunch.push(step);
    else {
      const fresh = [step];
      last.set(purse, fresh);
      bunches.push(fresh);
    }
  }
  return bunches;
}

function atOnce({ exchange: first }: Step, { exchange: second }: Step): boolean {
  const answeredMs = first.endedMs ?? first.startedMs;
  const failed = first.status === undefined || first.status >= 500;
  // One that tries again after a failure knows of the first.
  if (failed && second.startedMs >= answeredMs) return false;
  return second.startedMs <= Math.max(answeredMs, first.startedMs + SAME_MOMENT_MS);
}

/** Values: how many calls, from how many tabs or workers. */
function raceTrouble(steps: Step[]): Trouble {
  const senders = new Set(steps.map(({ exchange }) => senderOf(exchange)));
  const tokens = steps.flatMap((step) => step.with ?? []);
  return trouble('refresh-race', exchangesOf(steps), tokens, steps.length, senders.size);
}

interface Reuse {
  token: string;
  steps: Step[];
}

/** A refresh token that came again after it had been exchanged for another one. */
function reusesOf(bunches: readonly Step[][]): Reuse[] {
  const spent = new Set<string>();
  const reuses = new Map<string, Reuse>();
  for (const bunch of bunches) {
    const token = bunch[0]?.with;
    if (token === undefined) continue;
    if (spent.has(token)) {
      const known = reuses.get(token) ?? { token, steps: [] };
      reuses.set(token, { token, steps: [...known.steps, ...bunch] });
    }
    const rotated = bunch.some(({ issued }) => issued.some(({ role }) => role === 'refresh'));
    if (rotated) spent.add(token);
  }
  return [...reuses.values()];
}

/** By refresh token, the first one of its grant (RFC 9700 section 4.14.2). */
function familiesOf(refreshes: readonly Step[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { with: token, issued } of refreshes) {
    if (token === undefined) continue;
    const root = first.get(token) ?? token;
    first.set(token, root);
    for (const next of issued) if (next.role === 'refresh') first.set(next.token, root);
  }
  return first;
}

/**
 * The newest refresh token of a family is refused although nobody had used it: after a reuse or a race, servers revoke
 * all of them. Values: how long after that, in seconds; empty where no reuse was seen.
 */
function revoked(
  refreshes: readonly Step[],
  races: readonly Step[][],
  reuses: readonly Reuse[],
  families: ReadonlyMap<string, string>,
  { times }: Scene,
): Trouble[] {
  const raced = new Set(races.flat());
  const used = new Set<string>();
  const found = new Map<string, Step[]>();
  for (const step of refreshes) {
    const { with: token, exchange } = step;
    if (token === undefined || families.get(token) === undefined) continue;
    const isFirstUse = !used.has(token);
    used.add(token);
    if (!refusedStatus(exchange.status) || raced.has(step) || hasExpired(times(token), exchange)) continue;
    const family = families.get(token) ?? token;
    if (isFirstUse || found.has(family)) found.set(family, [...(found.get(family) ?? []), step]);
  }
  return [...found].flatMap(([family, steps]) => {
    const [first] = steps;
    if (!first) return [];
    const misuse = [...reuses.flatMap((reuse) => reuse.steps), ...raced]
      .filter((step) => families.get(step.with ?? '') === family)
      .filter(({ exchange }) => exchange.startedMs < first.exchange.startedMs)
      .toSorted((a, b) => a.exchange.startedMs - b.exchange.startedMs)
      .at(-1);
    if (!misuse && !isRotated(family, families)) return [];
    const after = misuse ? Math.round((first.exchange.startedMs - misuse.exchange.startedMs) / 1000) : '';
    return [
      trouble(
        'family-revoked',
        exchangesOf(steps),
        steps.map((step) => step.with ?? ''),
        after,
      ),
    ];
  });
}

const isRotated = (root: string, families: ReadonlyMap<string, string>) =>
  [...families].some(([token, family]) => family === root && token !== root);

function hasExpired({ expSeconds }: Times, { serverDateMs, startedMs }: Exchange): boolean {
  return expSeconds !== undefined && expSeconds * 1000 <= (serverDateMs ?? startedMs);
}

/** The access token had expired before anybody thought of a new one. Values: for how long, in seconds. */
function tooLate(refreshes: readonly Step[], { reading, clocks, births, times }: Scene): Trouble[] {
  const old = new Map([...reading.successions.values()].map((each) => [each.step, each.old]));
  return refreshes.flatMap((step) => {
    const token = old.get(step) ?? (reading.roles.of(step.with ?? '') === 'access' ? step.with : undefined);
    if (token === undefined) return [];
    const { expSeconds } = times(token);
    const { exchange } = step;
    const born = births.get(token);
    const nowMs = clocks.serverMs(born?.maker ?? originOf(exchange.url), exchange.startedMs);
    if (expSeconds === undefined || nowMs <= expSeconds * 1000 + EXPIRY_SLACK_MS) return [];
    // A token that was never valid tells of its maker's clock, not of the refresh.
    if (born && expSeconds * 1000 <= born.seenMs) return [];
    return [trouble('refresh-after-expiry', [exchange], [token], Math.round(nowMs / 1000 - expSeconds))];
  });
}
